// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A document that could be read, whatever it says.
 *
 * @param source the name of its file, or {@code null}
 * @param tree what it says
 * @param places where it says so, if it was a text
 */
public record Document(@Nullable String source, JsonNode tree, Optional<PositionTree> places) {

    public Position position(String pointer) {
        return position(places.map(tree -> tree.value(pointer)));
    }

    public Position namePosition(String pointer) {
        return position(places.map(tree -> tree.name(pointer)));
    }

    private Position position(Optional<PositionTree.LineColumn> place) {
        return place.map(at -> new Position(source, at.line(), at.column())).orElse(Position.unknown(source));
    }

    public Diagnostic diagnostic(String pointer, String message) {
        return new Diagnostic(position(pointer), pointer, message);
    }
}
