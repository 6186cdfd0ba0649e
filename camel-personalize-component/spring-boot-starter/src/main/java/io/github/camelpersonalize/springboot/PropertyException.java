// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

/** A property of the component that is wrong. The message never tells its value, which may be a credential. */
final class PropertyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String fault;
    private final String remedy;

    PropertyException(String fault, String remedy) {
        this(fault, remedy, null);
    }

    PropertyException(String fault, String remedy, Throwable cause) {
        super(fault + " " + remedy, cause);
        this.fault = fault;
        this.remedy = remedy;
    }

    /** What is wrong, a sentence. */
    String fault() {
        return fault;
    }

    /** What to do, a sentence. */
    String remedy() {
        return remedy;
    }
}
