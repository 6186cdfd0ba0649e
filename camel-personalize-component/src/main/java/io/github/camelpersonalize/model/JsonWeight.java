// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import com.fasterxml.jackson.databind.JsonNode;

/** About how much memory a JSON tree takes, for caches that are bounded by size. */
public final class JsonWeight {

    /** A value with its place in an object or array, in bytes. */
    private static final int VALUE = 100;

    private JsonWeight() {}

    /** The bytes of a tree, about; 0 of {@code null}. */
    public static int of(JsonNode tree) {
        return tree == null ? 0 : (int) Math.min(Integer.MAX_VALUE, bytes(tree));
    }

    private static long bytes(JsonNode node) {
        long bytes = VALUE + (node.isTextual() ? node.textValue().length() : 0L);
        for (JsonNode part : node) {
            bytes += bytes(part);
        }
        return bytes;
    }
}
