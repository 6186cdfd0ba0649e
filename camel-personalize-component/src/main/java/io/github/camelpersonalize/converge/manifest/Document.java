// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge.manifest;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A document that could be read, whatever it says.
 *
 * @param source the name of its file, or {@code null}
 * @param tree what it says
 * @param places where it says so, if it was a text
 */
record Document(String source, JsonNode tree, Optional<Place> places) {

    Position position(String pointer) {
        return position(places.map(place -> place.value(pointer)));
    }

    Position namePosition(String pointer) {
        return position(places.map(place -> place.name(pointer)));
    }

    private Position position(Optional<Place.Spot> spot) {
        return spot.map(at -> new Position(source, at.line(), at.column())).orElse(Position.unknown(source));
    }

    Fault fault(String pointer, String message) {
        return new Fault(position(pointer), pointer, message);
    }
}
