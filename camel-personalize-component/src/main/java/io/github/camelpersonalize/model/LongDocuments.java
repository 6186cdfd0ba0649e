// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.text.ByteOrderMark;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads long documents that are an array of objects, or an object with such arrays, as lists of a service are: their items stay texts. All else, and
 * whatever is wrong, is left to the ordinary reader.
 */
final class LongDocuments {

    /** In bytes. The trees of shorter ones take no memory to speak of. */
    private static final int LONG = 64 * 1024;

    private static final int PART = 8192;

    private final byte[] utf8;
    private final ObjectMapper mapper;
    private final CompactNodes nodes;

    LongDocuments(byte[] utf8, ObjectMapper mapper, CompactNodes nodes) {
        this.utf8 = utf8;
        this.mapper = mapper;
        this.nodes = nodes;
    }

    /** The document, well-formed to its end, if it is one of these. */
    Optional<JsonNode> read() {
        if (utf8.length < LONG || looksLikeOtherCharset() || !isUtf8()) {
            return Optional.empty();
        }
        try (JsonParser parser = ValueLimit.bounded(mapper.createParser(utf8), utf8.length)) {
            parser.nextToken();
            JsonNode document = value(parser);
            return Optional.ofNullable(document).filter(whole -> isEnd(parser));
        } catch (IOException | JsonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isEnd(JsonParser parser) {
        try {
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Or {@code null}. */
    private JsonNode value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return array(parser);
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        ObjectNode members = nodes.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Json.checked(nodes.textNode(name));
            JsonNode value = parser.nextToken() == JsonToken.START_ARRAY ? array(parser) : Json.checked(mapper.readTree(parser));
            if (value == null || members.has(name)) {
                return null;
            }
            members.set(name, value);
        }
        return members;
    }

    /** Keeps the places of the items, not the items; {@code null} where one is no object, or there are too many. */
    private JsonNode array(JsonParser parser) throws IOException {
        int[] bounds = new int[PART];
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT || size == 2 * JsonLimits.MAX_ITEMS) {
                return null;
            }
            bounds = size + 2 > bounds.length ? Arrays.copyOf(bounds, 2 * size) : bounds;
            bounds[size++] = (int) parser.currentTokenLocation().getByteOffset();
            Json.checked(mapper.readTree(parser));
            bounds[size++] = (int) parser.currentLocation().getByteOffset();
        }
        return PackedArray.of(nodes, utf8, Arrays.copyOf(bounds, size));
    }

    /** Of such a document the parser would find out the charset by itself: by a byte order mark, or by a zero beside the first character. */
    private boolean looksLikeOtherCharset() {
        return ByteOrderMark.charset(utf8) != null || utf8[0] == 0 || utf8[1] == 0;
    }

    private boolean isUtf8() {
        CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        CharBuffer part = CharBuffer.allocate(PART);
        CoderResult result = decoder.decode(bytes, part, true);
        while (result.isOverflow()) {
            part.clear();
            result = decoder.decode(bytes, part, true);
        }
        return result.isUnderflow();
    }
}
