// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

/** A line that cannot be read. */
public final class BadLineException extends Exception {

    private static final long serialVersionUID = 1L;

    BadLineException(String message) {
        super(message);
    }
}
