// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.model.JsonLimits;
import io.github.camelpersonalize.outcome.Coordinates;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads one definition, or a batch. A batch is a JSON array, or anything that Java can iterate over, of bodies, of messages or of exchanges, as
 * camel-kafka's batching consumer and aggregators make them. An item that cannot be read does not prevent the others from being read.
 */
final class InputReader {

    private final RecordReader records;
    private final boolean isAddressed;

    /**
     * @param isAddressed whether the URI says which definition is meant
     */
    InputReader(RecordReader records, boolean isAddressed) {
        this.records = records;
        this.isAddressed = isAddressed;
    }

    /** What the message asks for. The body is not read if the operation does not need it. */
    Input read(Operation operation, Message message) {
        Input input = switch (operation) {
            case list, getPriority, listRegions, listCountries, listCities, export, unused -> new Input.Single(InputRecord.NONE);
            default -> read(message);
        };
        return input instanceof Input.Batch ? batch(operation, message, input) : input;
    }

    private Input batch(Operation operation, Message message, Input batch) {
        return switch (operation) {
            case create, upsert -> batch;
            case update, delete -> addressesOne(message) ? refusedBatch() : batch;
            case updatePriority -> new Input.Refused("the body is an array; send an object, as in {\"priority\": [\"uid\", …]}");
            default -> new Input.Single(records.record(message, null, "the body is a batch", CoordinatesReader.of(message)));
        };
    }

    private static Input refusedBatch() {
        return new Input.Refused(
                "the body is a batch, but a uid or key (option or header) addresses one definition; remove the one or the other");
    }

    /** A uid or key means one definition, a batch several: which of them is intended is not guessed. */
    private boolean addressesOne(Message message) {
        return isAddressed || isSet(message, Headers.UID) || isSet(message, Headers.KEY);
    }

    /** What the step before has written addresses nothing. Where something older is left, nobody knows whether the route wants it. */
    private static boolean isSet(Message message, String header) {
        return message.getHeader(header) != null && !EarlierResults.of(message.getExchange()).isNewest(message, header);
    }

    /** One definition, or a batch of them, whatever the operation. */
    Input read(Message message) {
        Coordinates coordinates = CoordinatesReader.of(message);
        try {
            StreamBody.makeRereadable(message);
            Optional<Iterable<?>> items = items(message.getBody());
            return items.isPresent() ? batch(message, items.get(), coordinates) : parsed(message, coordinates);
        } catch (JsonException e) {
            return new Input.Single(records.record(message, null, e.getMessage(), coordinates));
        }
    }

    /** The items of a body that Java can iterate over. */
    static Optional<Iterable<?>> items(@Nullable Object body) {
        if (body instanceof Object[] array) {
            return Optional.of(Arrays.asList(array));
        }
        return body instanceof Iterable<?> items && !isOneValue(items) ? Optional.of(items) : Optional.empty();
    }

    private static boolean isOneValue(Iterable<?> items) {
        return items instanceof JsonNode || items instanceof JsonDocument || items instanceof Path;
    }

    private Input parsed(Message message, @Nullable Coordinates coordinates) {
        JsonNode body = BodyReader.read(message);
        if (!body.isArray()) {
            return new Input.Single(records.record(message, Json.checked(body), null, coordinates));
        }
        requireBounded(body.size());
        List<InputRecord> items = new ArrayList<>();
        body.forEach(item -> items.add(item(message, item, at(coordinates, items.size()))));
        return new Input.Batch(items);
    }

    private InputRecord item(Message batch, JsonNode item, @Nullable Coordinates coordinates) {
        try {
            return records.item(batch, Json.checked(item), null, coordinates);
        } catch (JsonException e) {
            return records.item(batch, null, e.getMessage(), coordinates);
        }
    }

    private Input batch(Message message, Iterable<?> items, @Nullable Coordinates coordinates) {
        List<InputRecord> read = new ArrayList<>();
        BatchItems.read(message, items, item -> read.add(item(item, CoordinatesReader.ofItem(item, coordinates, read.size()))));
        return new Input.Batch(read);
    }

    private InputRecord item(Message message, @Nullable Coordinates coordinates) {
        try {
            return records.record(message, Json.checked(BodyReader.read(message)), null, coordinates);
        } catch (JsonException e) {
            return records.record(message, null, e.getMessage(), coordinates);
        }
    }

    static Coordinates at(@Nullable Coordinates batch, int index) {
        if (batch == null) {
            return Coordinates.item(index);
        }
        return batch.partition() == null ? Coordinates.item(batch.source(), index) : batch;
    }

    static void requireBounded(int items) {
        if (items > JsonLimits.MAX_ITEMS) {
            throw new JsonException("the batch has more than " + JsonLimits.MAX_ITEMS + " items; split it into smaller batches");
        }
    }
}
