// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

/** The input is not one acceptable JSON document. The message says what is wrong and where, and quotes at most a few characters. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }
}
