// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.text.ByteOrderMark;
import io.github.camelpersonalize.text.Quoted;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.IOHelper;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Decodes bytes in the charset that Camel knows of them: the option {@code charset} of a file, or that of the exchange. The charset of the JVM never
 * counts. Camel keeps that of a file also after a step has written JSON, which is UTF-8: of other bodies, bytes of UTF-8 are UTF-8.
 */
final class BodyCharset {

    private BodyCharset() {}

    /**
     * The bytes of a file as text, or as they are when they are UTF-8.
     *
     * @throws JsonException when they are not of the charset
     */
    static Object ofFile(Message message, byte[] bytes) {
        String name = name(message);
        return name == null ? bytes : decoded(bytes, charset(name));
    }

    /**
     * The bytes of another body as text, or as they are when they are UTF-8.
     *
     * @throws JsonException when they are neither UTF-8 nor of the charset
     */
    static Object of(Message message, byte[] bytes) {
        String name = name(message);
        return name == null || isUtf8(bytes) ? bytes : decoded(bytes, charset(name));
    }

    /**
     * Bytes as text: in the charset of their byte order mark, that which the caller knows, that of the message, or UTF-8. What is not of it becomes
     * U+FFFD.
     */
    static String decode(Message message, byte[] bytes, @Nullable Charset known) {
        Charset marked = ByteOrderMark.charset(bytes);
        if (marked != null || known != null) {
            return ByteOrderMark.removed(new String(bytes, marked == null ? known : marked));
        }
        String name = name(message) == null ? ofContentType(message) : name(message);
        return new String(bytes, name == null ? UTF_8 : charset(name));
    }

    private static @Nullable String ofContentType(Message message) {
        return message.getHeader(Exchange.CONTENT_TYPE) instanceof String type ? IOHelper.getCharsetNameFromContentType(type) : null;
    }

    private static @Nullable String name(Message message) {
        if (message.getHeader(Exchange.CHARSET_NAME) instanceof String ofMessage) {
            return ofMessage;
        }
        Exchange exchange = message.getExchange();
        return exchange != null && exchange.getProperty(Exchange.CHARSET_NAME) instanceof String ofExchange ? ofExchange : null;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(IOHelper.normalizeCharset(name));
        } catch (IllegalArgumentException e) {
            throw new JsonException("the charset of the body, " + Quoted.of(name) + ", is unknown");
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            return decode(ByteBuffer.wrap(bytes), UTF_8).indexOf('\0') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String decoded(byte[] bytes, Charset charset) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            return decode(rest, charset);
        } catch (CharacterCodingException e) {
            throw new JsonException("the bytes are not valid " + charset + " at offset " + rest.position());
        }
    }

    private static String decode(ByteBuffer bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(bytes)
                .toString();
    }
}
