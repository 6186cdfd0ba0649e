// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.Comparator;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares two documents without white space, the order of members and the form of numbers, so that 1 equals 1.0. */
public final class SameJson {

    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };

    private SameJson() {}

    /** Whether they are equal in this sense. */
    public static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }
}
