// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import org.jspecify.annotations.Nullable;

/** A syntax error: what follows it cannot be read. */
final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PositionTree.LineColumn at;

    SyntaxException(PositionTree.LineColumn at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    Diagnostic diagnostic(@Nullable String source) {
        return new Diagnostic(new Position(source, at.line(), at.column()), "", String.valueOf(getMessage()));
    }
}
