// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tree of the maps, lists, texts, booleans and numbers that JSON data formats make: most bodies are made of nothing else, and need no
 * serializer. Whatever has anything else in it, or is nested too deep, is left to the serializer.
 */
final class PlainTree {

    private static final JsonNodeFactory NODES = new CompactNodes(true);

    private static final Set<Class<?>> MAPS = Set.of(LinkedHashMap.class, HashMap.class, TreeMap.class,
            Map.of().getClass(), Map.of("", "").getClass(), Collections.unmodifiableMap(Map.of()).getClass());
    private static final Set<Class<?>> LISTS = Set.of(ArrayList.class, List.of().getClass(), List.of("").getClass());

    private PlainTree() {}

    /** The tree, if there is nothing else in the value. */
    static Optional<JsonNode> of(Object value) {
        return value instanceof Map<?, ?> ? Optional.ofNullable(node(value, 0)) : Optional.empty();
    }

    /** Or {@code null}. */
    private static JsonNode node(Object value, int depth) {
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Map<?, ?> map) {
            return isPlain(map) && depth < JsonLimits.MAX_NESTING ? object(map, depth + 1) : null;
        }
        if (value instanceof List<?> list) {
            return LISTS.contains(list.getClass()) && depth < JsonLimits.MAX_NESTING ? array(list, depth + 1) : null;
        }
        return value == null ? NODES.nullNode() : scalar(value);
    }

    /** Maps of other classes may say how they are written. */
    private static boolean isPlain(Map<?, ?> map) {
        return map instanceof Members || MAPS.contains(map.getClass());
    }

    private static JsonNode object(Map<?, ?> map, int depth) {
        ObjectNode members = NODES.objectNode();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            JsonNode value = member.getKey() instanceof String ? node(member.getValue(), depth) : null;
            if (value == null) {
                return null;
            }
            members.set((String) member.getKey(), value);
        }
        return members;
    }

    private static JsonNode array(List<?> list, int depth) {
        ArrayNode items = NODES.arrayNode(list.size());
        for (Object item : list) {
            JsonNode node = node(item, depth);
            if (node == null) {
                return null;
            }
            items.add(node);
        }
        return items;
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode((int) number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode((long) number);
        }
        if (value instanceof BigInteger number) {
            return NODES.numberNode(number);
        }
        return value instanceof BigDecimal number ? NODES.numberNode(number) : null;
    }
}
