// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

/** A message that nobody can make sense of; sending it again is of no use. */
public final class BadMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    BadMessageException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status to answer with. */
    int status() {
        return status;
    }
}
