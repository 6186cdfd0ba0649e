// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Shape;

/**
 * The body of an update that changes the desired members and keeps all others: the service replaces the whole definition by what it is sent. Items
 * of an array, such as the variants of an experience, are matched by name.
 */
public final class Overlay {

    private static final String NAME = "name";

    private final Shape shape;

    private Overlay(Shape shape) {
        this.shape = shape;
    }

    /** The desired members over the actual ones, without those that only the service sets. */
    public static ObjectNode of(JsonNode desired, JsonNode actual, Shape shape) {
        ObjectNode merged = actual.deepCopy();
        merged.remove(shape.readOnlyMembers());
        new Overlay(shape).lay((ObjectNode) desired, merged, true);
        return merged;
    }

    private void lay(ObjectNode desired, ObjectNode actual, boolean isTop) {
        for (Map.Entry<String, JsonNode> member : desired.properties()) {
            boolean isWhole = isTop && shape.wholeMembers().contains(member.getKey());
            actual.set(member.getKey(), isWhole ? member.getValue() : merged(member.getValue(), actual.path(member.getKey())));
        }
    }

    private JsonNode merged(JsonNode desired, JsonNode actual) {
        if (desired instanceof ObjectNode members && actual instanceof ObjectNode others) {
            ObjectNode merged = others.deepCopy();
            shape.items().ifPresent(items -> VariantRules.removeReplaced(items, members, merged));
            lay(members, merged, false);
            return merged;
        }
        return desired instanceof ArrayNode items && actual instanceof ArrayNode others ? items(items, others) : desired;
    }

    private ArrayNode items(ArrayNode desired, ArrayNode actual) {
        ArrayNode merged = desired.arrayNode(desired.size());
        desired.forEach(item -> merged.add(merged(item, namesake(item, actual))));
        return merged;
    }

    /** The actual item of the same name; where names repeat the match is ambiguous, and nothing is kept of an actual item. */
    private static JsonNode namesake(JsonNode item, ArrayNode actual) {
        JsonNode found = actual.path(-1);
        for (JsonNode other : actual) {
            if (item.path(NAME).isTextual() && item.path(NAME).equals(other.path(NAME))) {
                if (!found.isMissingNode()) {
                    return actual.path(-1);
                }
                found = other;
            }
        }
        return found;
    }
}
