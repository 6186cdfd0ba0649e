// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.cdp.Observations.Trait;

/**
 * Reads one message of the Segment spec, a batch of them as the HTTP APIs take it ({@code {"batch": […]}}), or a message in the envelope of
 * Jitsu's ingest ({@code {"httpPayload": {…}}}).
 */
final class SegmentReader {

    private static final String TYPES = "identify, track, page, screen, group, alias";

    private final SegmentRules rules;
    private final Observations facts = Observations.none();

    private SegmentReader(SegmentRules rules) {
        this.rules = rules;
    }

    /**
     * What the message says. One that is a batch is read as a whole or not at all.
     *
     * @throws NoSegmentMessageException when it is none
     */
    static Observations facts(JsonNode message, SegmentRules rules) {
        SegmentReader reader = new SegmentReader(rules);
        reader.read(message);
        return reader.facts;
    }

    private void read(JsonNode message) {
        JsonNode batch = message.path("batch");
        if (!batch.isArray() || message.has("type")) {
            call(message, "");
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            call(batch.get(i), "/batch/" + i);
        }
    }

    private void call(JsonNode message, String at) {
        JsonNode payload = message.path("httpPayload");
        if (payload.isObject()) {
            say(payload, at + "/httpPayload");
        } else {
            say(message, at);
        }
    }

    private void say(JsonNode call, String at) {
        if (!call.isObject()) {
            throw new NoSegmentMessageException(at, "must be an object");
        }
        switch (call.path("type").asText()) {
            case "identify", "group" -> traits(call.get("traits"), at + "/traits");
            case "track" -> facts.events().add(event(call.get("event"), at + "/event"));
            case "page" -> page(call, "Page");
            case "screen" -> page(call, "Screen");
            case "alias" -> {
                // Two ids of one person, which imply nothing.
            }
            default -> throw new NoSegmentMessageException(at + "/type", "must be one of " + TYPES);
        }
        traits(call.path("context").get("traits"), at + "/context/traits");
    }

    private static String event(JsonNode event, String at) {
        if (event == null || !event.isTextual() || event.textValue().isBlank()) {
            throw new NoSegmentMessageException(at, "must be the name of an event");
        }
        return event.textValue();
    }

    /** {@code Viewed Home Page}, which is what Segment's own destinations make of a page named {@code Home}. */
    private void page(JsonNode call, String what) {
        if (rules.pages()) {
            String name = Stream.of(call.path("name"), call.path("properties").path("name"))
                    .filter(text -> text.isTextual() && !text.textValue().isBlank()).findFirst().map(text -> text.textValue().strip() + " ")
                    .orElse("");
            facts.events().add("Viewed " + name + what);
        }
    }

    /** Languages without a type for empty objects send an empty array. */
    private void traits(JsonNode traits, String at) {
        if (traits == null || traits.isNull() || traits.isArray() && traits.isEmpty()) {
            return;
        }
        if (!traits.isObject()) {
            throw new NoSegmentMessageException(at, "must be an object");
        }
        members(traits, "");
    }

    private void members(JsonNode object, String prefix) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = member.getValue();
            if (TraitType.isTold(value)) {
                facts.traits().add(new Trait(prefix + member.getKey(), value));
            } else if (value.isObject() && rules.flattens()) {
                members(value, prefix + member.getKey() + "_");
            }
        }
    }

    /** How reading ends early; carried to {@link SegmentStream}, and no further. */
    static final class NoSegmentMessageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FieldError fault;

        NoSegmentMessageException(String at, String why) {
            super(why, null, false, false);
            this.fault = new FieldError(at, why);
        }

        FieldError fault() {
            return fault;
        }
    }
}
