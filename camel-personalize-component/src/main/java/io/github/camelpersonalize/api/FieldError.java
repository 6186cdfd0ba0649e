// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.io.Serializable;

/**
 * One error in a definition.
 *
 * @param pointer where it is, as a JSON pointer (RFC 6901); the empty pointer is the whole definition
 * @param message what is wrong
 */
public record FieldError(String pointer, String message) implements Serializable {

    @Override
    public String toString() {
        return pointer.isEmpty() ? message : pointer + " " + message;
    }
}
