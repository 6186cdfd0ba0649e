// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.cdp.Observations.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message of the Segment spec, a batch as sent to the HTTP APIs ({@code {"batch": […]}}), or a message in the envelope of Jitsu's
 * ingest ({@code {"httpPayload": {…}}}).
 */
final class SegmentReader {

    private static final String TYPES = "identify, track, page, screen, group, alias";

    private final SegmentRules rules;
    private final Observations observations = Observations.none();

    private SegmentReader(SegmentRules rules) {
        this.rules = rules;
    }

    /**
     * The traits and events of a message. A batch is read as a whole or not at all.
     *
     * @throws NoSegmentMessageException when it is not a message of the Segment spec
     */
    static Observations observations(JsonNode message, SegmentRules rules) {
        SegmentReader reader = new SegmentReader(rules);
        reader.read(message);
        return reader.observations;
    }

    private void read(JsonNode message) {
        JsonNode batch = message.path("batch");
        if (!batch.isArray() || message.has("type")) {
            unwrapped(message, "");
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            unwrapped(batch.get(i), "/batch/" + i);
        }
    }

    private void unwrapped(JsonNode message, String at) {
        JsonNode payload = message.path("httpPayload");
        if (payload.isObject()) {
            call(payload, at + "/httpPayload");
        } else {
            call(message, at);
        }
    }

    private void call(JsonNode call, String at) {
        if (!call.isObject()) {
            throw new NoSegmentMessageException(at, "must be an object");
        }
        switch (call.path("type").asText().toLowerCase(Locale.ROOT)) {
            case "identify", "group" -> traits(call.path("traits"), "traits");
            case "track" -> observations.events().add(event(call.get("event"), at + "/event"));
            case "page" -> page(call, "Page");
            case "screen" -> page(call, "Screen");
            case "alias" -> {
                // It links two ids of one person; nothing is inferred from it.
            }
            default -> throw new NoSegmentMessageException(at + "/type", "must be one of " + TYPES);
        }
        traits(call.path("context").path("traits"), "context.traits");
    }

    private static String event(@Nullable JsonNode event, String at) {
        if (event == null || !isName(event)) {
            throw new NoSegmentMessageException(at, "must be the name of an event");
        }
        return event.textValue();
    }

    private static boolean isName(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }

    /** {@code Viewed Home Page} for a page named {@code Home}, as Segment's own destinations do. */
    private void page(JsonNode call, String kind) {
        if (rules.pages()) {
            String name = Stream.of(call.path("name"), call.path("properties").path("name")).filter(SegmentReader::isName).findFirst()
                    .map(text -> text.textValue().strip() + " ").orElse("");
            observations.events().add("Viewed " + name + kind);
        }
    }

    /** What is no object has no traits: the events of the message and of its batch are as good without. Some SDKs send an empty array. */
    private void traits(JsonNode traits, String place) {
        if (traits.isObject()) {
            members(traits, "");
        } else if (!traits.isMissingNode() && !traits.isNull() && !(traits.isArray() && traits.isEmpty())) {
            observations.ignored().add(place);
        }
    }

    private void members(JsonNode object, String prefix) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = member.getValue();
            if (TraitType.isInferable(value)) {
                observations.traits().add(new Trait(prefix + member.getKey(), value));
            } else if (value.isObject() && rules.flattens()) {
                members(value, prefix + member.getKey() + "_");
            }
        }
    }

    /** Ends the reading of a message that is rejected; {@link SegmentStream} catches it. */
    static final class NoSegmentMessageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FieldError error;

        NoSegmentMessageException(String at, String reason) {
            super(reason, null, false, false);
            this.error = new FieldError(at, reason);
        }

        FieldError error() {
            return error;
        }
    }
}
