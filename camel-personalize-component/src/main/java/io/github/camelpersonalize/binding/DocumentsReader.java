// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Json.TokenReader;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.outcome.Coordinates;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads the same bodies as {@link InputReader} token by token, for messages of which only few values are used: what is wrong with the others does not
 * matter, as long as they are JSON. An item that cannot be read does not prevent the others from being read.
 */
public final class DocumentsReader<T> {

    private final TokenReader<T> reader;

    /**
     * What was read of the body of a message.
     *
     * @param isBatch whether the body is a batch of documents; otherwise it is one
     */
    public record Documents<T>(List<Document<T>> all, boolean isBatch) {

        static <T> Documents<T> one(Document<T> document) {
            return new Documents<>(List.of(document), false);
        }
    }

    /**
     * What was read of one document.
     *
     * @param value what the reader made of it, or {@code null} when it could not be read
     * @param fault why it could not be read, or {@code null}
     * @param coordinates where it came from, or {@code null} when that is not known
     */
    public record Document<T>(@Nullable T value, @Nullable String fault, @Nullable Coordinates coordinates) {}

    DocumentsReader(TokenReader<T> reader) {
        this.reader = reader;
    }

    Documents<T> read(Message message) {
        Coordinates coordinates = CoordinatesReader.of(message);
        try {
            StreamBody.makeRereadable(message);
            Optional<Iterable<?>> items = InputReader.items(message.getBody());
            return items.isPresent() ? batch(message, items.get(), coordinates) : content(message, coordinates);
        } catch (JsonException e) {
            return Documents.one(unread(message, e, coordinates));
        }
    }

    private Documents<T> batch(Message message, Iterable<?> items, @Nullable Coordinates coordinates) {
        List<Document<T>> all = new ArrayList<>();
        BatchItems.read(message, items, item -> all.add(item(item, CoordinatesReader.ofItem(item, coordinates, all.size()))));
        return new Documents<>(all, true);
    }

    private Document<T> item(Message item, @Nullable Coordinates coordinates) {
        try {
            return document(BodyReader.uncheckedContent(item), coordinates);
        } catch (JsonException e) {
            return unread(item, e, coordinates);
        }
    }

    private Documents<T> content(Message message, @Nullable Coordinates coordinates) {
        Object content = BodyReader.uncheckedContent(message);
        return BodyReader.isArray(content) ? array(BodyReader.tree(content), coordinates) : Documents.one(document(content, coordinates));
    }

    private Documents<T> array(JsonNode items, @Nullable Coordinates coordinates) {
        InputReader.requireBounded(items.size());
        List<Document<T>> all = new ArrayList<>(items.size());
        items.forEach(item -> all.add(document(item, InputReader.at(coordinates, all.size()))));
        return new Documents<>(all, true);
    }

    private Document<T> document(Object content, @Nullable Coordinates coordinates) {
        boolean isTree = content instanceof JsonNode || BodyReader.isArray(content);
        return new Document<>(isTree ? read(BodyReader.tree(content)) : BodyReader.read(content, reader), null, coordinates);
    }

    private T read(JsonNode tree) {
        try (JsonParser parser = tree.traverse()) {
            parser.nextToken();
            return reader.read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Document<T> unread(Message message, JsonException error, @Nullable Coordinates coordinates) {
        return new Document<>(null, error.getMessage() + MisspeltHeaders.told(message), coordinates);
    }
}
