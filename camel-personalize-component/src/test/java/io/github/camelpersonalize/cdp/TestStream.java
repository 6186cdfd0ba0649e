// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Json;

/** A stream as tests see it: messages as text, and what comes of them as text. */
final class TestStream {

    final RecordingListener notices = new RecordingListener();
    final SegmentStream stream;

    TestStream(SegmentRules rules) {
        this.stream = new SegmentStream(rules, notices);
    }

    /** With the rules that hold when nothing is configured. */
    static TestStream ofDefaults() {
        return new TestStream(rules(KeyStyle.as_is, KeyStyle.snake_case));
    }

    static TestStream of(KeyStyle attributes, KeyStyle events) {
        return new TestStream(rules(attributes, events));
    }

    static TestStream ofAtMost(int attributes, int events) {
        return new TestStream(new SegmentRules(new InferenceRules(KeyStyle.as_is, all(), attributes, "maxAttributes"),
                new InferenceRules(KeyStyle.snake_case, all(), events, "maxEvents"), false, false));
    }

    static TestStream ofFiltered(NameFilter traits, NameFilter events) {
        return new TestStream(new SegmentRules(new InferenceRules(KeyStyle.as_is, traits, 100, "maxAttributes"),
                new InferenceRules(KeyStyle.snake_case, events, 100, "maxEvents"), false, false));
    }

    static TestStream thatFlattens() {
        SegmentRules rules = rules(KeyStyle.as_is, KeyStyle.snake_case);
        return new TestStream(new SegmentRules(rules.attributes(), rules.events(), true, false));
    }

    static TestStream withPages() {
        SegmentRules rules = rules(KeyStyle.as_is, KeyStyle.snake_case);
        return new TestStream(new SegmentRules(rules.attributes(), rules.events(), false, true));
    }

    /** What a message implies, or why it is refused. */
    JsonNode learn(JsonNode message) {
        Inference implied = stream.learn(message);
        return implied instanceof Inference.Fragment fragment
                ? fragment.manifest().toJson()
                : Json.of(((Inference.Refused) implied).fault().toString());
    }

    /** The name of the event that a track implies. */
    String name(String event) {
        return learn(Json.of(Map.of("type", "track", "event", event))).at("/events/0/name").textValue();
    }

    /** {@code key:data_type} of each attribute, {@code key} of each event, that a message implies. */
    List<String> keys(String message) {
        JsonNode fragment = learn(Json.read(message));
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
        return new SegmentRules(new InferenceRules(attributes, new NameFilter("*", "anonymousId,userId"), 100, "maxAttributes"),
                new InferenceRules(events, all(), 100, "maxEvents"), false, false);
    }

    private static NameFilter all() {
        return new NameFilter("*", "");
    }
}
