// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

/** A text in which nothing can be made out after some place. */
public final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PositionTree.LineColumn spot;

    SyntaxException(PositionTree.LineColumn spot, String message) {
        super(message, null, false, false);
        this.spot = spot;
    }

    public Diagnostic diagnostic(String source) {
        return new Diagnostic(new Position(source, spot.line(), spot.column()), "", getMessage());
    }
}
