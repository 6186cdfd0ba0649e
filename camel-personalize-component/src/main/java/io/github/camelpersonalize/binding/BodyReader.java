// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.document.CsvRow;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.Json.TokenReader;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.text.ByteOrderMark;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** Reads the body of a message, whatever its type. Afterwards the body can be read again, with the same bytes. */
final class BodyReader {

    private static final Pattern SERIALIZED_TYPE = Pattern.compile("(?i)application/x-java-serialized-object");
    private static final String WHITE_SPACE = " \t\n\r";
    private static final byte[] SERIALIZED_START = {(byte) 0xAC, (byte) 0xED};

    private BodyReader() {}

    /**
     * The body as JSON, whose texts and numbers are not checked.
     *
     * @throws JsonException when it is not JSON, or too large
     */
    static JsonNode read(Message message) {
        return tree(uncheckedContent(message));
    }

    /**
     * The content of a body as JSON, whose texts and numbers are not checked.
     *
     * @throws JsonException when it is not JSON
     */
    static JsonNode tree(Object content) {
        return content instanceof JsonNode tree ? tree : advised(content, Json::parse);
    }

    /**
     * What the reader makes of the content of a body that is text or bytes.
     *
     * @throws JsonException when it is not JSON
     */
    static <T> T read(Object content, TokenReader<T> reader) {
        return advised(content, text -> Json.parse(text, reader));
    }

    private static <T> T advised(Object content, Function<CharSequence, T> parse) {
        try {
            return parse.apply(content instanceof byte[] bytes ? Json.text(bytes) : (CharSequence) content);
        } catch (JsonException e) {
            throw new JsonException(e.getMessage() + OtherFormat.advice(content));
        }
    }

    /** Whether the content of a body is an array, if it is JSON. */
    static boolean isArray(Object content) {
        if (content instanceof JsonNode tree) {
            return tree.isArray();
        }
        int start = 0;
        while (WHITE_SPACE.indexOf(character(content, start)) >= 0) {
            start++;
        }
        return character(content, start) == '[';
    }

    /** A byte of UTF-8 or a character; 0 beyond the end. */
    private static char character(Object content, int position) {
        if (content instanceof byte[] bytes) {
            return position < bytes.length ? (char) bytes[position] : 0;
        }
        CharSequence text = (CharSequence) content;
        return position < text.length() ? text.charAt(position) : 0;
    }

    /**
     * The JSON that a text or bytes hold.
     *
     * @throws JsonException when they hold none
     */
    static JsonNode json(Object content) {
        return content instanceof byte[] bytes ? Json.read(bytes) : Json.read((CharSequence) content);
    }

    /**
     * The content of the body: text ({@code CharSequence}), bytes ({@code byte[]}), or, for other objects, a {@link JsonNode}.
     *
     * @throws JsonException when it cannot be a document, or is too large
     */
    static Object content(Message message) {
        return content(message, Json::of);
    }

    /** The same, but the texts and numbers of other objects are not checked. */
    static Object uncheckedContent(Message message) {
        return content(message, Json::unchecked);
    }

    /** The same, but a {@link Definition} as it is. */
    static Object contentOrDefinition(Message message) {
        return content(message, body -> body instanceof Definition ? body : Json.of(body));
    }

    private static Object content(Message message, Function<Object, Object> objects) {
        String type = message.hasHeaders() ? message.getHeader(Exchange.CONTENT_TYPE, String.class) : null;
        if (type != null && SERIALIZED_TYPE.matcher(type).find()) {
            throw serialized();
        }
        StreamBody.makeRereadable(message);
        if (message.getBody() instanceof CsvRow row) {
            requireReadable(row);
        }
        return content(message, message.getBody(), objects);
    }

    /**
     * A body as text in whatever charset it is, for formats other than JSON. What is not of the charset becomes U+FFFD.
     *
     * @param charset of bytes without a byte order mark, or {@code null}: that of the message
     * @throws JsonException when it is no text, cannot be read, or is too large
     */
    static String text(Message message, @Nullable Object body, @Nullable Charset charset) {
        Object content = body instanceof WrappedFile<?> file ? bytes(message, file) : body;
        if (content instanceof Reader reader) {
            content = text(reader);
        }
        if (content instanceof CharSequence text) {
            return ByteOrderMark.removed(requireBounded(text).toString());
        }
        if (content instanceof byte[] || content != null && isReadable(content)) {
            byte[] bytes = content instanceof byte[] own ? own : bytes(message, content);
            return BodyCharset.decode(message, requireBounded(bytes), charset);
        }
        throw new JsonException("a body of type " + (content == null ? "null" : content.getClass().getName()) + " is no text");
    }

    private static Object content(Message message, @Nullable Object body, Function<Object, Object> objects) {
        if (body == null) {
            throw new JsonException("the message has no body");
        }
        if (body instanceof Definition definition) {
            return objects.apply(definition);
        }
        if (body instanceof CharSequence text) {
            return requireBounded(text);
        }
        if (body instanceof JsonDocument document) {
            return objects.apply(document.toJson());
        }
        if (body instanceof byte[] bytes) {
            return BodyCharset.of(message, requireBounded(bytes));
        }
        if (body instanceof Reader reader) {
            return requireBounded(text(reader));
        }
        if (body instanceof WrappedFile<?> file) {
            return BodyCharset.ofFile(message, requireBounded(bytes(message, file)));
        }
        if (isReadable(body)) {
            return BodyCharset.of(message, requireBounded(bytes(message, body)));
        }
        if (body instanceof Number || body instanceof Boolean || body instanceof Enum<?>) {
            throw new JsonException("a " + body.getClass().getSimpleName() + " is no definition");
        }
        return objects.apply(body);
    }

    private static void requireReadable(CsvRow row) {
        row.fault().ifPresent(fault -> {
            throw new JsonException(fault);
        });
    }

    private static boolean isReadable(Object body) {
        return body instanceof InputStream || body instanceof StreamCache || body instanceof File || body instanceof Path;
    }

    /** As text, because Camel's converter would encode it in the charset of the exchange, which may not have all its characters. */
    private static CharSequence text(Reader reader) {
        try {
            return StreamBody.read(reader);
        } catch (IOException e) {
            throw new JsonException("a body of type " + reader.getClass().getName() + " that cannot be read");
        } finally {
            StreamBody.rewind(reader);
        }
    }

    /** The file's own bytes: Camel's converter of files with a charset encodes them again, in that of the JVM. */
    private static byte[] bytes(Message message, WrappedFile<?> file) {
        Object content = file.getBody() == null ? file.getFile() : file.getBody();
        return content instanceof byte[] bytes ? bytes : bytes(message, content);
    }

    /** Streams and files, by Camel's own converters. */
    private static byte[] bytes(Message message, Object body) {
        Object source = body instanceof Path path ? path.toFile() : body;
        try (InputStream in = message.getExchange().getContext().getTypeConverter().mandatoryConvertTo(InputStream.class,
                message.getExchange(), source)) {
            return in.readNBytes(JsonLimits.MAX_BODY + 1);
        } catch (NoTypeConversionAvailableException | TypeConversionException | IOException e) {
            throw new JsonException("a body of type " + body.getClass().getName() + " that cannot be read");
        } finally {
            StreamBody.rewind(body);
        }
    }

    private static byte[] requireBounded(byte[] bytes) {
        if (bytes.length > JsonLimits.MAX_BODY) {
            throw tooLarge();
        }
        if (bytes.length > 1 && bytes[0] == SERIALIZED_START[0] && bytes[1] == SERIALIZED_START[1]) {
            throw serialized();
        }
        return bytes;
    }

    private static CharSequence requireBounded(CharSequence text) {
        if (text.length() > JsonLimits.MAX_BODY) {
            throw tooLarge();
        }
        return text;
    }

    private static JsonException tooLarge() {
        return new JsonException("the body is larger than " + JsonLimits.MAX_BODY + " bytes; split it");
    }

    private static JsonException serialized() {
        return new JsonException("the body is a serialized Java object, which is never deserialized; send JSON");
    }
}
