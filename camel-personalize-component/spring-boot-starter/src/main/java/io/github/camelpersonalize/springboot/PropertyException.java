// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

/** A property of the component that is wrong. The message never tells its value, which may be a credential. */
final class PropertyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    PropertyException(String message, String remedy) {
        this(message, remedy, null);
    }

    PropertyException(String message, String remedy, Throwable cause) {
        super(message + " " + remedy, cause);
        this.remedy = remedy;
    }

    /** What to do, a sentence. */
    String remedy() {
        return remedy;
    }
}
