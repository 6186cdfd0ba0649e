// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What a JSON tree may hold beyond its syntax: Unicode that can be encoded, and numbers that JSON can write. */
final class JsonText {

    private JsonText() {}

    /** Refuses lone surrogates, NaN and the infinities, wherever they are. */
    static void requireWellFormed(JsonNode document) {
        walk(document, "");
    }

    private static void walk(JsonNode node, String pointer) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String child = pointer + "/" + escape(member.getKey());
                requireEncodable(member.getKey(), pointer, "a member name");
                walk(member.getValue(), child);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), pointer + "/" + i);
            }
        } else if (node.isTextual()) {
            requireEncodable(node.textValue(), pointer, "the text");
        } else if (node.isDouble() || node.isFloat()) {
            requireFinite(node.doubleValue(), pointer);
        } else if (node.isPojo() || node.isBinary()) {
            throw new JsonFault(pointer + " cannot be written as JSON");
        }
    }

    private static void requireEncodable(String text, String pointer, String what) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new JsonFault(where(pointer) + what + " has half a surrogate pair, which no encoding can carry");
            }
        }
    }

    private static void requireFinite(double number, String pointer) {
        if (!Double.isFinite(number)) {
            throw new JsonFault(where(pointer) + number + " is no JSON number");
        }
    }

    private static String where(String pointer) {
        return pointer.isEmpty() ? "" : pointer + " ";
    }

    /** A member name within a JSON pointer (RFC 6901, section 3). */
    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
