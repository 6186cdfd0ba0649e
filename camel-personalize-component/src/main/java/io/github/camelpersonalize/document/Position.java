// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import org.jspecify.annotations.Nullable;

/**
 * A place in a document.
 *
 * @param source the name of the file, or {@code null} when there is none
 * @param line counted from 1, or 0 when it is unknown, as for a map
 * @param column counted from 1, or 0 when it is unknown
 */
public record Position(@Nullable String source, int line, int column) {

    /** Somewhere in a document. */
    public static Position unknown(@Nullable String source) {
        return new Position(source, 0, 0);
    }

    /** Whether line and column are known. */
    public boolean isKnown() {
        return line > 0;
    }

    /** {@code attributes.yaml:12:5}, {@code line 12, column 5}, or what is known of it; empty when nothing is. */
    @Override
    public String toString() {
        if (!isKnown()) {
            return source == null ? "" : source;
        }
        return source == null ? "line " + line + ", column " + column : source + ":" + line + ":" + column;
    }
}
