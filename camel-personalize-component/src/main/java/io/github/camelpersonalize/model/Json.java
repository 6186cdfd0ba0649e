// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.camelpersonalize.text.ByteOrderMark;

/**
 * JSON as this component reads and writes it: strictly, within {@link JsonLimits}, and exactly.
 * <p>
 * Strictly: one document of valid UTF-8 without a byte order mark, no duplicate member names (the service might use the other one), nothing
 * after the document, well-formed Unicode (RFC 8259). Exactly: numbers are decimals, never floating point. No type information in
 * the input ever selects a class. Values of Java are written as Jackson writes them with its standard modules, times as texts of ISO 8601.
 */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(JsonLimits.constraints())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final CompactNodes NODES = new CompactNodes(false);

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(StandardTypes.module()).nodeFactory(NODES).build();

    /** Reads what was found to be well-formed before. */
    private static final ObjectReader ITEMS = MAPPER.reader().with(new CompactNodes.Sharing());

    /** Writes trees, in which no name is twice. */
    private static final ObjectWriter TREES = new ObjectMapper().writer();

    private Json() {}

    /**
     * Reads one document.
     *
     * @throws JsonException when the bytes are anything else
     */
    public static JsonNode read(byte[] utf8) {
        return read(text(utf8));
    }

    /**
     * Reads one document that is only looked at: of a long one, the items of arrays may be a {@link PackedArray}.
     *
     * @throws JsonException when the bytes are anything else
     */
    public static JsonNode readLong(byte[] utf8) {
        return new LongDocuments(utf8, MAPPER, NODES).read().orElseGet(() -> read(utf8));
    }

    /** An item of a document that was read before. */
    static JsonNode item(byte[] utf8, int from, int to) {
        try {
            return ITEMS.readTree(utf8, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one document.
     *
     * @throws JsonException when the text is anything else
     */
    public static JsonNode read(CharSequence text) {
        return checked(parse(text));
    }

    /**
     * The text that bytes are.
     *
     * @throws JsonException when they are not UTF-8
     */
    public static CharSequence text(byte[] utf8) {
        return JsonText.of(utf8);
    }

    /**
     * Reads one document, and leaves it to the caller to check what is used of it.
     *
     * @throws JsonException when the text is anything else
     */
    public static JsonNode parse(CharSequence text) {
        return parse(text, true, parser -> document(parser, true));
    }

    /**
     * Reads one document token by token, within the same bounds and with the same errors. What the reader skips is checked all the same.
     *
     * @throws JsonException when the text is anything else
     */
    public static <T> T parse(CharSequence text, TokenReader<T> reader) {
        return parse(text, true, parser -> StrictParser.read(parser, text.length(), reader));
    }

    /** Reads a value of which the parser is at the first token; afterwards it is at the last. */
    @FunctionalInterface
    public interface TokenReader<T> {

        T read(JsonParser parser) throws IOException;
    }

    /**
     * A document that can be written as JSON.
     *
     * @throws JsonException when it has half a surrogate pair, or a number that JSON cannot express
     */
    public static JsonNode checked(JsonNode document) {
        JsonText.requireWellFormed(document);
        return document;
    }

    /**
     * Reads one document that this component has written: it may have any number of items and values.
     *
     * @throws JsonException when the text is anything else
     */
    public static JsonNode readStored(CharSequence text) {
        return checked(parse(text, false, parser -> document(parser, false)));
    }

    /**
     * @param isBounded whether it may have only as many values as a body, and an array as many items as a batch
     */
    private static <T> T parse(CharSequence text, boolean isBounded, TokenReader<T> reader) {
        if (ByteOrderMark.begins(text)) {
            throw new JsonException("the text begins with a byte order mark; send JSON as UTF-8 without one (RFC 8259, section 8.1)");
        }
        try (JsonParser parser = parser(text, isBounded)) {
            if (parser.nextToken() == null) {
                throw new JsonException("the text is empty");
            }
            T document = reader.read(parser);
            requireEnd(parser);
            return document;
        } catch (MismatchedInputException e) {
            throw JsonException.of(duplicate(text).orElse(e));
        } catch (JsonProcessingException e) {
            throw JsonException.of(e);
        } catch (NumberFormatException e) {
            throw new JsonException("a number has an exponent of more digits than a number can have");
        } catch (IOException e) {
            throw new JsonException("the text cannot be read as JSON");
        }
    }

    /** The first member name that is twice in its object, and where: to look for it in each document costs more than to read one again. */
    private static Optional<JsonProcessingException> duplicate(CharSequence text) {
        try (JsonParser parser = parser(text).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                token = parser.nextToken();
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonParser parser(CharSequence text, boolean isBounded) throws IOException {
        JsonParser parser = MAPPER.createParser(text.toString());
        return isBounded ? ValueLimit.bounded(parser, text.length()) : parser;
    }

    /**
     * Reads a text token by token, within the same bounds, for callers that need the position of each token. The caller finds duplicate names.
     */
    public static JsonParser parser(CharSequence text) {
        try {
            return MAPPER.createParser(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Turns a map, bean or record into JSON.
     *
     * @throws JsonException when it holds something that JSON cannot express
     */
    public static JsonNode of(Object value) {
        return checked(unchecked(value));
    }

    /**
     * Turns a map, bean or record into JSON, and leaves it to the caller to check what is used of it.
     *
     * @throws JsonException when it holds something that no serializer can write
     */
    public static JsonNode unchecked(Object value) {
        Optional<JsonNode> plain = PlainTree.of(value);
        return plain.isPresent() ? plain.get() : tree(value);
    }

    /** Writes a document as UTF-8. */
    public static byte[] bytes(JsonNode document) {
        try {
            return TREES.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document's members as plain maps, lists, strings, booleans and exact numbers. */
    public static Definition definition(JsonNode document) {
        return PlainMaps.definition(document);
    }

    /**
     * Binds a value to a model record.
     *
     * @throws IllegalArgumentException when a member has another type than the record says
     */
    public static <T> T bind(Object value, Class<T> type) {
        return MAPPER.convertValue(value, type);
    }

    /** A new object without members, which takes little memory. */
    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /** A new object from plain members. */
    static ObjectNode object(Map<String, ?> members) {
        return (ObjectNode) PlainTree.of(members).orElseGet(() -> tree(members));
    }

    private static JsonNode tree(Object value) {
        try (TokenBuffer buffer = new TokenBuffer(MAPPER, false).forceUseOfBigDecimal(true)) {
            MAPPER.writeValue(new NestingGuard(new PlainValues(buffer)), value);
            return MAPPER.readTree(buffer.asParser());
        } catch (NestingGuard.TooDeepException e) {
            throw new JsonException("the document is nested deeper than " + JsonLimits.MAX_NESTING + " levels");
        } catch (JsonMappingException e) {
            throw JsonException.unwritable(value, e);
        } catch (IOException e) {
            throw new JsonException("a " + value.getClass().getName() + " cannot be written as JSON");
        }
    }

    private static JsonNode document(JsonParser parser, boolean isBounded) throws IOException {
        return isBounded && parser.currentToken() == JsonToken.START_ARRAY ? array(parser) : MAPPER.readTree(parser);
    }

    /** An array of at most as many items as a batch may have: it is read up to the first item beyond. */
    private static JsonNode array(JsonParser parser) throws IOException {
        ArrayNode items = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == JsonLimits.MAX_ITEMS) {
                throw new JsonException("the array has more than " + JsonLimits.MAX_ITEMS + " items; split it into smaller batches");
            }
            items.add(MAPPER.<JsonNode>readTree(parser));
        }
        return items;
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new JsonException("there is more after the end of the JSON document" + JsonException.at(parser.currentTokenLocation()));
        }
    }
}
