// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.model.Definition;
import io.github.camelpersonalize.model.Json;

/** A stream for tests: messages and results as text. */
final class TestStream {

    final RecordingListener listener = new RecordingListener();
    final SegmentStream stream;

    TestStream(SegmentRules rules) {
        this.stream = new SegmentStream(rules, listener);
    }

    /** With the default rules. */
    static TestStream ofDefaults() {
        return new TestStream(rules(KeyStyle.as_is, KeyStyle.snake_case));
    }

    static TestStream of(KeyStyle attributes, KeyStyle events) {
        return new TestStream(rules(attributes, events));
    }

    static TestStream ofAtMost(int attributes, int events) {
        return new TestStream(new SegmentRules(Dialect.CONTRACT, new InferenceRules(KeyStyle.as_is, all(), attributes, "maxAttributes"),
                new InferenceRules(KeyStyle.snake_case, all(), events, "maxEvents"), false, false));
    }

    static TestStream ofFiltered(NameFilter traits, NameFilter events) {
        return new TestStream(new SegmentRules(Dialect.CONTRACT, new InferenceRules(KeyStyle.as_is, traits, 100, "maxAttributes"),
                new InferenceRules(KeyStyle.snake_case, events, 100, "maxEvents"), false, false));
    }

    static TestStream thatFlattens() {
        SegmentRules rules = rules(KeyStyle.as_is, KeyStyle.snake_case);
        return new TestStream(new SegmentRules(Dialect.CONTRACT, rules.attributes(), rules.events(), true, false));
    }

    static TestStream withPages() {
        SegmentRules rules = rules(KeyStyle.as_is, KeyStyle.snake_case);
        return new TestStream(new SegmentRules(Dialect.CONTRACT, rules.attributes(), rules.events(), false, true));
    }

    /** The fragment inferred from a message, or why it is rejected. */
    JsonNode infer(JsonNode message) {
        return inference(message.toString()).fold(Definition::toJson, error -> Json.of(error.toString()));
    }

    /** What is inferred from a message. */
    Inference inference(String message) {
        return stream.infer(Json.parse(message, stream::read));
    }

    /** The name of the event inferred from a track. */
    String name(String event) {
        return infer(Json.of(Map.of("type", "track", "event", event))).at("/events/0/name").textValue();
    }

    /** {@code key:data_type} of each attribute, {@code key} of each event, inferred from a message. */
    List<String> keys(String message) {
        JsonNode fragment = infer(Json.read(message));
        return Stream
                .concat(fragment.path("attributes").valueStream()
                        .map(one -> one.path("key").textValue() + ":" + one.path("data_type").asText()),
                        fragment.path("events").valueStream().map(one -> one.path("key").textValue()))
                .toList();
    }

    /** The same of an identify with one trait, whose value is given as JSON. */
    List<String> trait(String name, String value) {
        return keys("{\"type\": \"identify\", \"traits\": {" + Json.of(name) + ": " + value + "}}");
    }

    /** The same of a track. */
    List<String> track(String name) {
        return keys("{\"type\": \"track\", \"event\": " + Json.of(name) + "}");
    }

    private static SegmentRules rules(KeyStyle attributes, KeyStyle events) {
        return new SegmentRules(Dialect.CONTRACT,
                new InferenceRules(attributes, new NameFilter("*", "anonymousId,userId"), 100, "maxAttributes"),
                new InferenceRules(events, all(), 100, "maxEvents"), false, false);
    }

    private static NameFilter all() {
        return new NameFilter("*", "");
    }
}
