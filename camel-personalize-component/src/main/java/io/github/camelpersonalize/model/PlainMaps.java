// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON as plain maps, lists, texts, booleans and exact numbers. */
final class PlainMaps {

    private PlainMaps() {}

    /** The members of an object. */
    static Definition definition(JsonNode object) {
        Definition definition = new Definition();
        put(object, definition);
        return definition;
    }

    private static void put(JsonNode object, Map<String, Object> members) {
        object.forEachEntry((name, value) -> members.put(name, value(value)));
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> list(node);
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            default -> null;
        };
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> members = new Members<>();
        put(object, members);
        return members;
    }

    private static List<Object> list(JsonNode array) {
        List<Object> items = new ArrayList<>(array.size());
        for (JsonNode item : array) {
            items.add(value(item));
        }
        return items;
    }

    private static Number number(JsonNode number) {
        return number.isFloatingPointNumber() ? number.decimalValue() : number.numberValue();
    }
}
