// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.batch.ManifestPart;
import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.document.Position;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads manifests, and fragments of them, from messages: YAML, JSON or Java objects. Thread-safe. */
final class ManifestInput {

    /** The only member of an item that the transformer of customer data has rejected. */
    private static final String REJECTION = "fault";
    private static final String PLAN = "formatVersion";

    private final ManifestReader reader;
    private final FragmentCache cache = new FragmentCache();

    ManifestInput(Dialect dialect, boolean validate) {
        this.reader = new ManifestReader(dialect, validate);
    }

    /** What a message asks of the project. What only reads does not need the body. */
    Input read(Operation operation, Message message) {
        return switch (operation) {
            case export, unused -> new Input.Manifests(List.of());
            case apply -> planOrManifests(message);
            default -> new Input.Manifests(manifests(message));
        };
    }

    private Input planOrManifests(Message message) {
        try {
            return plan(message).<Input>map(Input.PlanToApply::new).orElseGet(() -> new Input.Manifests(manifests(message)));
        } catch (JsonException e) {
            return new Input.Manifests(List.of(invalid(e, source(message), CoordinatesReader.of(message))));
        }
    }

    /** The manifests of a message, one for each item when it is a batch. */
    private List<ManifestPart> manifests(Message message) {
        Coordinates coordinates = CoordinatesReader.of(message);
        try {
            StreamBody.makeRereadable(message);
            Optional<Iterable<?>> items = InputReader.items(message.getBody());
            if (items.isPresent()) {
                return batch(message, items.get(), coordinates);
            }
            Object content = BodyReader.content(message);
            Optional<JsonNode> array = array(content);
            return array.isPresent()
                    ? batch(message, array.get(), coordinates)
                    : List.of(part(content, source(message), coordinates));
        } catch (JsonException e) {
            return List.of(invalid(e, source(message), coordinates));
        }
    }

    /** The plan that a message holds, if it is one. */
    private static Optional<Plan> plan(Message message) {
        if (message.getBody() instanceof Plan plan) {
            return Optional.of(plan);
        }
        if (InputReader.items(message.getBody()).isPresent()) {
            return Optional.empty();
        }
        Object content = BodyReader.content(message);
        return tree(content).filter(tree -> tree.has(PLAN)).map(Plan::of);
    }

    /** The content as JSON, where it may hold a plan. */
    private static Optional<JsonNode> tree(Object content) {
        if (content instanceof JsonNode tree) {
            return Optional.of(tree);
        }
        return startsWith(content, '{') && holds(content, PLAN) ? Optional.of(BodyReader.json(content)) : Optional.empty();
    }

    private List<ManifestPart> batch(Message message, Iterable<?> items, @Nullable Coordinates coordinates) {
        List<ManifestPart> parts = new ArrayList<>();
        SharedFragments shared = new SharedFragments();
        BatchItems.read(message, items, own -> parts.add(part(own, CoordinatesReader.ofItem(own, coordinates, parts.size()), shared)));
        return parts;
    }

    private ManifestPart part(Message own, @Nullable Coordinates place, SharedFragments shared) {
        try {
            Object content = BodyReader.contentOrDefinition(own);
            String source = source(own);
            return content instanceof Definition fragment && source == null
                    ? new ManifestPart(shared.get(fragment, () -> parse(fragment, null)), place)
                    : part(content, source, place);
        } catch (JsonException e) {
            return invalid(e, source(own), place);
        }
    }

    private ManifestPart part(Object content, @Nullable String source, @Nullable Coordinates from) {
        return new ManifestPart(parse(content, source), from);
    }

    private ParseResult parse(Object content, @Nullable String source) {
        if (content instanceof Definition definition) {
            return parse(definition, source);
        }
        if (content instanceof JsonNode tree) {
            return parse(tree, source);
        }
        return content instanceof byte[] bytes ? reader.read(bytes, source) : reader.read((CharSequence) content, source);
    }

    private ParseResult parse(Definition definition, @Nullable String source) {
        Optional<ParseResult> cached = source == null ? cache.get(definition) : Optional.empty();
        return cached.orElseGet(() -> parse(Json.of(definition), source));
    }

    private ParseResult parse(JsonNode tree, @Nullable String source) {
        if (isRejected(tree)) {
            return rejected(tree);
        }
        return source == null ? cache.get(tree, same -> reader.read(same, null)) : reader.read(tree, source);
    }

    private static boolean isRejected(JsonNode tree) {
        return tree.size() == 1 && tree.path(REJECTION).isTextual();
    }

    private static ParseResult rejected(JsonNode tree) {
        return new ParseResult.Invalid(List.of(new Diagnostic(Position.unknown(null), "", tree.path(REJECTION).textValue())));
    }

    private static ManifestPart invalid(JsonException error, @Nullable String source, @Nullable Coordinates from) {
        return new ManifestPart(
                new ParseResult.Invalid(List.of(new Diagnostic(Position.unknown(source), "", String.valueOf(error.getMessage())))),
                from);
    }

    /** A JSON array in text is a batch, as for the other resources. */
    private static Optional<JsonNode> array(Object content) {
        if (content instanceof JsonNode tree) {
            return Optional.of(tree).filter(JsonNode::isArray);
        }
        return startsWith(content, '[') ? Optional.of(BodyReader.json(content)) : Optional.empty();
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

    /** The file name for messages about errors: the file that the message came from, or that is its body. */
    private static @Nullable String source(Message message) {
        String name = message.hasHeaders() ? message.getHeader(Exchange.FILE_NAME_ONLY, String.class) : null;
        return name == null ? fileName(message.getBody()) : name;
    }

    private static @Nullable String fileName(@Nullable Object body) {
        if (body instanceof Definition) {
            return null;
        }
        Object file = body instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body;
        if (file instanceof File here) {
            return here.getName();
        }
        return file instanceof Path path ? String.valueOf(path.getFileName()) : null;
    }
}
