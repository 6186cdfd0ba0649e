// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

/**
 * One thing that is wrong with a manifest.
 *
 * @param position where it is, for people
 * @param pointer where it is, as a JSON pointer (RFC 6901); the empty pointer is the whole document
 * @param message what is wrong, and what to do
 */
public record Diagnostic(Position position, String pointer, String message) {

    /** {@code project.yaml:12:16: /attributes/0/data_type is missing}. */
    @Override
    public String toString() {
        String place = position.toString();
        return (place.isEmpty() ? "" : place + ": ") + (pointer.isEmpty() ? "" : pointer + " ") + message;
    }
}
