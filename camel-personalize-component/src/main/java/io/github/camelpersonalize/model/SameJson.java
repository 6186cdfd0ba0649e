// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.Comparator;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Compares two documents without white space, the order of members and the form of numbers, so that 1 equals 1.0. */
public final class SameJson {

    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };

    private SameJson() {}

    /** A text of a document that is the same for all that are equal in this sense, and for no others. */
    public static String canonical(JsonNode json) {
        return ordered(json).toString();
    }

    private static JsonNode ordered(JsonNode json) {
        if (json.isNumber()) {
            return DecimalNode.valueOf(json.decimalValue().stripTrailingZeros());
        }
        if (json.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode(json.size());
            json.forEach(item -> items.add(ordered(item)));
            return items;
        }
        if (json.isObject()) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            json.propertyStream().sorted(Map.Entry.comparingByKey())
                    .forEach(member -> members.set(member.getKey(), ordered(member.getValue())));
            return members;
        }
        return json;
    }

    /** Whether they are equal in this sense. */
    public static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }
}
