// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.camelpersonalize.model.JsonException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/** The items of a batch as messages, each of which can be read again. */
final class BatchItems {

    private final Message batch;
    private final Consumer<Message> reader;
    private final List<Object> items = new ArrayList<>();
    /** The message of each item that is none: readers do not keep it. */
    private final Message plain;
    private boolean isReplaced;

    private BatchItems(Message batch, Consumer<Message> reader) {
        this.batch = batch;
        this.reader = reader;
        this.plain = new DefaultMessage(batch.getExchange());
    }

    /**
     * Reads one item after the other.
     *
     * @throws JsonException when there are too many
     */
    static void read(Message batch, Iterable<?> items, Consumer<Message> reader) {
        BatchItems all = new BatchItems(batch, reader);
        items.forEach(all::add);
        all.keep();
    }

    private void add(Object item) {
        InputReader.requireBounded(items.size() + 1);
        Message message = message(item);
        makeRereadable(message);
        reader.accept(message);
        items.add(kept(item, message));
    }

    private Message message(Object item) {
        if (item instanceof Exchange exchange) {
            return exchange.getMessage();
        }
        if (item instanceof Message message && message.getExchange() != null) {
            return message;
        }
        if (item instanceof Message loose) {
            Message message = new DefaultMessage(batch.getExchange());
            message.copyFrom(loose);
            return message;
        }
        plain.setBody(item);
        return plain;
    }

    private static void makeRereadable(Message message) {
        try {
            StreamBody.makeRereadable(message);
        } catch (JsonException e) {
            // The record of the item has the error: its body cannot be read later either.
        }
    }

    /** The item with what was read of it. */
    private Object kept(Object item, Message message) {
        if (item instanceof Exchange) {
            return item;
        }
        if (item instanceof Message own) {
            own.setBody(message.getBody());
            return item;
        }
        isReplaced |= item != message.getBody();
        return message.getBody();
    }

    /** For a dead-letter queue. */
    private void keep() {
        if (isReplaced) {
            Object body = batch.getBody();
            batch.setBody(items);
            ReadBodies.repairOriginal(batch.getExchange(), body, items);
        }
    }
}
