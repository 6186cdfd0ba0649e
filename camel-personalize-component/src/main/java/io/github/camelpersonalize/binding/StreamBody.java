// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.BaseStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.model.JsonLimits;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;

/**
 * Makes bodies that can be read only once readable again: Camel redelivers a message that failed, and a dead-letter queue keeps it, so that reading
 * must not consume it.
 */
final class StreamBody {

    private static final int END = -1;

    private final Message message;

    private StreamBody(Message message) {
        this.message = message;
    }

    /**
     * Reads the body, unless it can be read as often as one likes, and sets what was read.
     *
     * @throws JsonException when it is too large, cannot be read, or was read in part before
     */
    static void makeRereadable(Message message) {
        Object body = message.getBody();
        if (body instanceof String || body instanceof Definition) {
            return;
        }
        rewind(body);
        if (isReadOnce(body)) {
            ReadBodies.of(message.getExchange()).replace(message, body, new StreamBody(message)::read);
        }
    }

    static void rewind(@Nullable Object body) {
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
    }

    private static boolean isReadOnce(@Nullable Object body) {
        return isStream(body) || body instanceof Iterator<?> || body instanceof BaseStream<?, ?>
                || body instanceof Iterable<?> && !isRereadable(body);
    }

    private static boolean isStream(@Nullable Object body) {
        return (body instanceof InputStream || body instanceof Reader) && !(body instanceof StreamCache);
    }

    /** Of other things that Java can iterate over nobody knows: cursors of databases are read once. */
    private static boolean isRereadable(@Nullable Object body) {
        return body instanceof Collection<?> || body instanceof JsonNode || body instanceof JsonDocument || body instanceof Path;
    }

    private ReadBodies.Content read(Object source) {
        try {
            if (source instanceof InputStream stream) {
                return bytes(stream);
            }
            return source instanceof Reader reader ? text(reader) : items(iterator(source));
        } catch (IOException e) {
            return ReadBodies.Content.unreadable("the body is a stream that cannot be read");
        }
    }

    private ReadBodies.Content bytes(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(JsonLimits.MAX_BODY + 1);
        InputStream copy = new ByteArrayInputStream(bytes);
        if (bytes.length > JsonLimits.MAX_BODY) {
            return ReadBodies.Content.tooLarge(new SequenceInputStream(copy, stream));
        }
        stream.close();
        return cached(copy);
    }

    /** The text of a reader, or a little more than a body may have. */
    static StringBuilder read(Reader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] part = new char[8192];
        int length = reader.read(part);
        while (length >= 0) {
            text.append(part, 0, length);
            length = text.length() > JsonLimits.MAX_BODY ? END : reader.read(part);
        }
        return text;
    }

    private ReadBodies.Content text(Reader reader) throws IOException {
        StringBuilder text = read(reader);
        if (text.length() > JsonLimits.MAX_BODY) {
            PushbackReader whole = new PushbackReader(reader, text.length());
            whole.unread(text.toString().toCharArray());
            return ReadBodies.Content.tooLarge(whole);
        }
        reader.close();
        return cached(new StringReader(text.toString()));
    }

    private ReadBodies.Content cached(Object copy) {
        return ReadBodies.Content.of(
                message.getExchange().getContext().getTypeConverter().convertTo(StreamCache.class, message.getExchange(), copy));
    }

    private static Iterator<?> iterator(Object source) {
        if (source instanceof BaseStream<?, ?> stream) {
            return stream.iterator();
        }
        return source instanceof Iterator<?> iterator ? iterator : ((Iterable<?>) source).iterator();
    }

    /** Keeps one item more than a batch may have, so that a larger batch is rejected for its size. */
    private static ReadBodies.Content items(Iterator<?> iterator) {
        List<Object> items = new ArrayList<>();
        try {
            while (iterator.hasNext() && items.size() <= JsonLimits.MAX_ITEMS) {
                items.add(iterator.next());
            }
            return ReadBodies.Content.of(items);
        } catch (RuntimeException e) {
            return ReadBodies.Content.interrupted("the body has failed after " + items.size() + " items, and cannot be read again", e);
        }
    }
}
