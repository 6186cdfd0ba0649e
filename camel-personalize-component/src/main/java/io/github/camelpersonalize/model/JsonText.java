// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;

import com.fasterxml.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Checks JSON beyond its syntax: bytes that are UTF-8, Unicode that can be encoded, and numbers that JSON can express. */
final class JsonText {

    /** What a lenient decoder makes of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private JsonText() {}

    /**
     * The text that the bytes are.
     *
     * @throws JsonException when they are not UTF-8
     */
    static CharSequence of(byte[] utf8) {
        String text = new String(utf8, UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decode(ByteBuffer.wrap(utf8));
    }

    private static CharSequence decode(ByteBuffer utf8) {
        try {
            return UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(utf8);
        } catch (CharacterCodingException e) {
            throw new JsonException("the bytes are not valid UTF-8 at offset " + utf8.position());
        }
    }

    /** Rejects lone surrogates, NaN and the infinities, wherever they are. */
    static void requireWellFormed(JsonNode document) {
        try {
            walk(document);
        } catch (IllFormed fault) {
            throw new JsonException(fault.where() + fault.getMessage());
        }
    }

    private static void walk(JsonNode node) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> {
                requireEncodable(name, "a member name");
                walk(name, value);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(i, node.get(i));
            }
        } else if (node.isTextual()) {
            requireEncodable(node.textValue(), "the text");
        } else if (node.isDouble() || node.isFloat()) {
            requireFinite(node.doubleValue());
        } else if (node.isPojo() || node.isBinary()) {
            throw new IllFormed("cannot be written as JSON");
        }
    }

    private static void walk(Object name, JsonNode child) {
        try {
            walk(child);
        } catch (IllFormed fault) {
            fault.path.addFirst(name.toString());
            throw fault;
        }
    }

    private static void requireEncodable(String text, String what) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllFormed(what + " has half a surrogate pair, which no encoding can carry");
            }
        }
    }

    private static void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllFormed(number + " is no JSON number");
        }
    }

    /** What is wrong. The names and indexes down to it are put together on the way up: for each node, they would be most of the work. */
    private static final class IllFormed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final ArrayDeque<String> path = new ArrayDeque<>();

        private IllFormed(String what) {
            super(what, null, false, false);
        }

        private String where() {
            return path.isEmpty() ? "" : JsonPointer.of(path) + " ";
        }
    }
}
