// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.document.Position;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads manifests, and fragments of them, from messages: YAML or JSON, or what objects say. Thread-safe. */
public final class ManifestInput {

    /** Streams of customer data imply the same few fragments again and again. */
    private static final int REMEMBERED = 1_000;

    /** The only member of what the transformer of customer data makes of an item that it refuses. */
    private static final String FAULT = "fault";
    private static final String PLAN = "formatVersion";

    private final ManifestReader reader;
    private final Cache<JsonNode, ParseResult> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public ManifestInput(Dialect dialect) {
        this.reader = new ManifestReader(dialect);
    }

    /**
     * One manifest of a message.
     *
     * @param reading it, or what is wrong with it
     * @param from where the message came from, or {@code null}
     */
    public record Part(ParseResult reading, Coordinates from) {}

    /** The manifests of a message, one for each item when it is a batch. */
    public List<Part> read(Message message) {
        Coordinates coordinates = CoordinatesReader.of(message);
        try {
            StreamBody.makeRereadable(message);
            Optional<Iterable<?>> items = InputReader.items(message.getBody());
            if (items.isPresent()) {
                return batch(message, items.get(), coordinates);
            }
            Object content = BodyReader.content(message);
            JsonNode array = array(content);
            return array == null ? List.of(part(content, source(message), coordinates)) : batch(message, array, coordinates);
        } catch (JsonException e) {
            return List.of(faulty(e, source(message), coordinates));
        }
    }

    /** The plan that a message holds, if it is one. */
    public static Optional<Plan> plan(Message message) {
        if (message.getBody() instanceof Plan plan) {
            return Optional.of(plan);
        }
        if (InputReader.items(message.getBody()).isPresent()) {
            return Optional.empty();
        }
        Object content = BodyReader.content(message);
        JsonNode tree = content instanceof JsonNode node ? node : startsWith(content, '{') && holds(content, PLAN) ? json(content) : null;
        return tree != null && tree.has(PLAN) ? Optional.of(Plan.of(tree)) : Optional.empty();
    }

    private List<Part> batch(Message message, Iterable<?> items, Coordinates coordinates) {
        List<Part> parts = new ArrayList<>();
        for (Object item : items) {
            InputReader.requireBounded(parts.size() + 1);
            Message own = InputReader.message(message, item);
            Coordinates place = Optional.ofNullable(CoordinatesReader.of(own)).orElse(InputReader.at(coordinates, parts.size()));
            try {
                parts.add(part(BodyReader.content(own), source(own), place));
            } catch (JsonException e) {
                parts.add(faulty(e, source(own), place));
            }
        }
        return parts;
    }

    private Part part(Object content, String source, Coordinates from) {
        if (content instanceof JsonNode tree) {
            return new Part(isRefused(tree)
                    ? refused(tree)
                    : source == null
                            ? known.get(tree, any -> reader.read(any, null))
                            : reader.read(tree, source),
                    from);
        }
        return new Part(content instanceof byte[] bytes ? reader.read(bytes, source) : reader.read((CharSequence) content, source), from);
    }

    private static boolean isRefused(JsonNode tree) {
        return tree.size() == 1 && tree.path(FAULT).isTextual();
    }

    private static ParseResult refused(JsonNode tree) {
        return new ParseResult.Invalid(List.of(new Diagnostic(Position.unknown(null), "", tree.path(FAULT).textValue())));
    }

    private static Part faulty(JsonException fault, String source, Coordinates from) {
        return new Part(new ParseResult.Invalid(List.of(new Diagnostic(Position.unknown(source), "", fault.getMessage()))), from);
    }

    /** A JSON array in text is a batch, as for the other resources. */
    private static JsonNode array(Object content) {
        return content instanceof JsonNode tree ? tree.isArray() ? tree : null : startsWith(content, '[') ? json(content) : null;
    }

    private static JsonNode json(Object content) {
        return content instanceof byte[] bytes ? Json.read(bytes) : Json.read((CharSequence) content);
    }

    private static boolean startsWith(Object content, char sign) {
        String start = content instanceof byte[] bytes
                ? new String(bytes, 0, Math.min(bytes.length, 100), UTF_8)
                : content.toString();
        return start.stripLeading().startsWith(String.valueOf(sign));
    }

    private static boolean holds(Object content, String name) {
        String text = content instanceof byte[] bytes ? new String(bytes, UTF_8) : content.toString();
        return text.contains("\"" + name + "\"");
    }

    /** The name by which faults tell where they are: that of the file that the message came from, or that is its body. */
    private static String source(Message message) {
        return Optional.ofNullable(message.getHeader(Exchange.FILE_NAME_ONLY, String.class)).orElseGet(() -> fileName(message.getBody()));
    }

    private static String fileName(Object body) {
        Object file = body instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body;
        return file instanceof File here ? here.getName() : file instanceof Path path ? String.valueOf(path.getFileName()) : null;
    }
}
