// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.util.HashMap;
import java.util.Map;

import io.github.camelpersonalize.model.JsonPointer;

/** Where a value of a document stands, and where the values within it do. */
final class PositionTree {

    /** A line and a column, both counted from 1. */
    record LineColumn(int line, int column) {

        static final LineColumn START = new LineColumn(1, 1);
    }

    private final LineColumn name;
    private final LineColumn value;
    private Map<String, PositionTree> parts = Map.of();

    PositionTree(LineColumn name, LineColumn value) {
        this.name = name;
        this.value = value;
    }

    void put(String part, PositionTree place) {
        if (parts.isEmpty()) {
            parts = new HashMap<>();
        }
        parts.putIfAbsent(part, place);
    }

    /** Where the value at a JSON pointer begins, or the innermost one around it, if there is no such value. */
    LineColumn value(String pointer) {
        return find(pointer).value;
    }

    /** Where the name of the member at a JSON pointer is written. */
    LineColumn name(String pointer) {
        return find(pointer).name;
    }

    private PositionTree find(String pointer) {
        PositionTree place = this;
        for (String name : JsonPointer.names(pointer)) {
            PositionTree part = place.parts.get(name);
            if (part == null) {
                return place;
            }
            place = part;
        }
        return place;
    }
}
