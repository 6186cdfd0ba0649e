// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.text.Quoted;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The key of a Kafka record without a value. Kafka Connect, Debezium and ksqlDB write a text, a text of JSON, or an object, alone or in an envelope with
 * its schema. A text is the natural key; an object has it as a member. Any other key is a fault: taken for a natural key, it would name nothing, and the
 * definition would stay in silence.
 *
 * @param text the natural key, or what is shown of a key that names nothing; {@code null} when there is none
 * @param fault why it names nothing, or {@code null}
 */
record TombstoneKey(@Nullable String text, @Nullable String fault) {

    static final TombstoneKey NONE = new TombstoneKey(null, null);

    private static final List<Class<?>> TEXTS = List.of(CharSequence.class, byte[].class, ByteBuffer.class, Number.class, UUID.class);
    private static final Pattern STRUCT = Pattern.compile("(?s)Struct\\{.*}");
    private static final Set<String> ENVELOPE = Set.of("schema", "payload");

    static TombstoneKey of(@Nullable Object key, Resource resource) {
        if (key == null) {
            return NONE;
        }
        String text = text(key);
        try {
            return of(tree(key, text), text, resource);
        } catch (JsonException e) {
            return unusable(text, resource, "it cannot be read, " + e.getMessage());
        }
    }

    private static TombstoneKey of(@Nullable JsonNode tree, String text, Resource resource) {
        if (tree == null) {
            return isLegible(text) ? new TombstoneKey(text, null) : unusable(text, resource, "it is binary");
        }
        JsonNode payload = isEnvelope(tree) ? tree.path("payload") : tree;
        JsonNode named = payload.isObject() ? member(payload, resource).orElse(payload) : payload;
        return named.isValueNode() && !named.isNull()
                ? new TombstoneKey(named.asText(), null)
                : unusable(text, resource, "it has no text \"" + resource.naturalKey() + "\"");
    }

    private static String text(Object key) {
        if (key instanceof byte[] bytes) {
            return new String(bytes, UTF_8);
        }
        return key instanceof ByteBuffer bytes ? UTF_8.decode(bytes.duplicate()).toString() : key.toString();
    }

    /** What is written as JSON, as tree; {@code null} for a plain text. */
    private static @Nullable JsonNode tree(Object key, String text) {
        if (key instanceof JsonNode || key instanceof Map<?, ?>) {
            return Json.of(key);
        }
        String start = text.stripLeading();
        if (Stream.of("{", "[", "\"").anyMatch(start::startsWith)) {
            return Json.read(text);
        }
        if (STRUCT.matcher(start).matches()) {
            throw new JsonException("it is what Kafka Connect's StringConverter makes of a struct; use its JsonConverter for keys");
        }
        if (TEXTS.stream().noneMatch(type -> type.isInstance(key))) {
            throw new JsonException("it is a " + key.getClass().getName());
        }
        return null;
    }

    private static boolean isEnvelope(JsonNode tree) {
        return tree.size() == ENVELOPE.size() && ENVELOPE.stream().allMatch(tree::has);
    }

    /** ksqlDB writes names in capitals. */
    private static Optional<JsonNode> member(JsonNode object, Resource resource) {
        return object.properties().stream().filter(member -> member.getKey().equalsIgnoreCase(resource.naturalKey())).findFirst()
                .map(Map.Entry::getValue);
    }

    /** A key of Avro or Protobuf that is read as text begins with a zero. */
    private static boolean isLegible(String text) {
        return text.chars().noneMatch(character -> Character.isISOControl(character) || character == '\uFFFD');
    }

    private static TombstoneKey unusable(String text, Resource resource, String why) {
        return new TombstoneKey(text, "a tombstone whose key, " + Quoted.of(text) + ", names no " + resource.kind() + ": " + why
                + "; set the header " + Headers.KEY);
    }
}
