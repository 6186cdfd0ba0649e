// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.model.JsonLimits;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/**
 * Makes bodies that can be read only once readable again: Camel redelivers a message that failed, and a dead-letter queue keeps it, so that reading
 * must not consume it.
 */
final class StreamBody {

    private StreamBody() {}

    static void makeRereadable(Message message) {
        Object body = message.getBody();
        if (body instanceof StreamCache) {
            rewind(body);
        } else if (body instanceof InputStream stream) {
            cache(message, stream);
        } else if (body instanceof Iterator<?> iterator) {
            message.setBody(items(iterator));
        }
    }

    static void rewind(Object body) {
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
    }

    private static void cache(Message message, InputStream stream) {
        try {
            byte[] bytes = stream.readNBytes(JsonLimits.MAX_BODY + 1);
            InputStream copy = new ByteArrayInputStream(bytes);
            if (bytes.length > JsonLimits.MAX_BODY) {
                message.setBody(new SequenceInputStream(copy, stream));
                throw new JsonException("the body is larger than " + JsonLimits.MAX_BODY + " bytes; split it");
            }
            stream.close();
            message.setBody(
                    message.getExchange().getContext().getTypeConverter().convertTo(StreamCache.class, message.getExchange(), copy));
        } catch (IOException e) {
            throw new JsonException("the body is a stream that cannot be read");
        }
    }

    /** Keeps one item more than a batch may have, so that a larger batch is rejected for its size. */
    private static List<Object> items(Iterator<?> iterator) {
        List<Object> items = new ArrayList<>();
        while (iterator.hasNext() && items.size() <= JsonLimits.MAX_ITEMS) {
            items.add(iterator.next());
        }
        return items;
    }
}
