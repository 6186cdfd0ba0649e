// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Deque;

import com.fasterxml.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Checks JSON beyond its syntax: bytes that are UTF-8, Unicode that can be encoded, and numbers that JSON can express. */
final class JsonText {

    /** More than most documents have. */
    private static final int LEVELS = 4;

    /** What a lenient decoder makes of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Names and indexes down to the present node. The pointer is made only for an error: for each node, it would be most of the work. */
    private final Deque<String> path = new ArrayDeque<>(LEVELS);

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
        new JsonText().walk(document);
    }

    private void walk(JsonNode node) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> {
                requireEncodable(name, "a member name");
                walk(name, value);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(String.valueOf(i), node.get(i));
            }
        } else if (node.isTextual()) {
            requireEncodable(node.textValue(), "the text");
        } else if (node.isDouble() || node.isFloat()) {
            requireFinite(node.doubleValue());
        } else if (node.isPojo() || node.isBinary()) {
            throw new JsonException(JsonPointer.of(path) + " cannot be written as JSON");
        }
    }

    private void walk(String name, JsonNode child) {
        path.addLast(name);
        walk(child);
        path.removeLast();
    }

    private void requireEncodable(String text, String what) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new JsonException(where() + what + " has half a surrogate pair, which no encoding can carry");
            }
        }
    }

    private void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new JsonException(where() + number + " is no JSON number");
        }
    }

    private String where() {
        return path.isEmpty() ? "" : JsonPointer.of(path) + " ";
    }
}
