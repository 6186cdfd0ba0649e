// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.nio.charset.StandardCharsets;

import io.github.camelpersonalize.document.CsvRow;
import io.github.camelpersonalize.outcome.Coordinates;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.TypeConversionException;
import org.jspecify.annotations.Nullable;

/** Reads where a message came from, from the headers of its consumer: camel-kafka, or a file that was split into lines. */
final class CoordinatesReader {

    private static final String KAFKA_KEY = "kafka.KEY";
    private static final String KAFKA_TOPIC = "kafka.TOPIC";
    private static final String KAFKA_PARTITION = "kafka.PARTITION";
    private static final String KAFKA_OFFSET = "kafka.OFFSET";

    private CoordinatesReader() {}

    /** The coordinates, or {@code null} when there are none. */
    static @Nullable Coordinates of(Message message) {
        if (!message.hasHeaders()) {
            return null;
        }
        String topic = header(message, KAFKA_TOPIC, String.class);
        Integer partition = header(message, KAFKA_PARTITION, Integer.class);
        Long offset = header(message, KAFKA_OFFSET, Long.class);
        if (topic != null && partition != null && offset != null) {
            return Coordinates.kafka(topic, partition, offset);
        }
        String file = header(message, Exchange.FILE_NAME_ONLY, String.class);
        return file == null ? null : inFile(message, file);
    }

    /** The coordinates of an item: its own, its line, or its place in the batch. */
    static Coordinates ofItem(Message item, @Nullable Coordinates batch, int index) {
        Coordinates own = of(item);
        if (own != null) {
            return own;
        }
        if (batch != null && batch.partition() != null) {
            return batch;
        }
        String source = batch == null ? null : batch.source();
        return item.getBody() instanceof CsvRow row ? Coordinates.line(source, row.line()) : Coordinates.item(source, index);
    }

    private static Coordinates inFile(Message message, String file) {
        if (message.getBody() instanceof CsvRow row) {
            return Coordinates.line(file, row.line());
        }
        Integer index = message.getExchange() == null
                ? null
                : message.getExchange().getProperty(ExchangePropertyKey.SPLIT_INDEX, Integer.class);
        if (index == null) {
            return Coordinates.line(file, 1);
        }
        return isLine(message.getBody()) ? Coordinates.line(file, index + 1L) : Coordinates.item(file, index);
    }

    /** A part that is one line of text. A row, several lines, or what a parser has made of them, is an item: header, comments or groups come before. */
    private static boolean isLine(@Nullable Object part) {
        if (part instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') < 0;
        }
        return part instanceof CharSequence text && text.chars().noneMatch(character -> character == '\n');
    }

    /** The key of a record of Kafka, of whatever type its deserializer makes, or {@code null}. */
    static @Nullable Object key(Message message) {
        return message.getHeader(KAFKA_KEY);
    }

    /** Anybody may set headers: one of another type is ignored. */
    private static <T> @Nullable T header(Message message, String name, Class<T> type) {
        try {
            return message.getHeader(name, type);
        } catch (TypeConversionException e) {
            return null;
        }
    }
}
