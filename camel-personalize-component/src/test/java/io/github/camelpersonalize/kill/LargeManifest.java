// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A manifest of many definitions: audiences refer to attributes and to other audiences, several levels deep, experiences to audiences, and the
 * last experience is the first in priority.
 *
 * @param attributes how many; there must be at least as many as audiences
 * @param audiences how many; there must be at least as many as experiences
 */
record LargeManifest(int attributes, int events, int audiences, int experiences) {

    /** 300 definitions, and one more attribute, which is there already: {@link #FOUND}. */
    static final LargeManifest WHOLE = new LargeManifest(101, 40, 100, 60);

    /** What a service holds that knows nothing but the last attribute, and definitions of others. */
    static final String FOUND = """
            {"attributes": [{"key": "attribute-100", "name": "Größe 100", "data_type": "number"}],
             "audiences": [{"name": "Theirs"}], "experiences": [{"name": "Theirs", "type": "AB_TEST"}]}""";

    /** What is left when some are no longer wanted. */
    static final LargeManifest SMALLER = new LargeManifest(95, 40, 90, 55);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The manifest as a document. */
    ObjectNode document() {
        ObjectNode document = JSON.objectNode();
        document.putArray("experiences").addAll(nodes(experiences, LargeManifest::experience));
        document.putArray("audiences").addAll(nodes(audiences, LargeManifest::audience));
        document.putArray("events").addAll(nodes(events, LargeManifest::event));
        document.putArray("attributes").addAll(nodes(attributes, LargeManifest::attribute));
        ArrayNode priority = document.putArray("priority");
        priority().forEach(name -> priority.add("ref:experience/" + name));
        return document;
    }

    /** The names of the experiences in their order. */
    List<String> priority() {
        return IntStream.range(0, experiences).boxed().sorted(Comparator.reverseOrder()).map(i -> "Experience " + i).toList();
    }

    /** The names of all definitions, as in {@code attribute attribute-7}. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        IntStream.range(0, attributes).forEach(i -> names.add("attribute attribute-" + i));
        IntStream.range(0, events).forEach(i -> names.add("event event-" + i));
        IntStream.range(0, audiences).forEach(i -> names.add("audience Audience " + i));
        IntStream.range(0, experiences).forEach(i -> names.add("experience Experience " + i));
        return names;
    }

    private static ObjectNode attribute(int i) {
        return JSON.objectNode().put("key", "attribute-" + i).put("name", "Größe " + i).put("data_type", i % 2 == 0 ? "number" : "string");
    }

    private static ObjectNode event(int i) {
        return JSON.objectNode().put("key", "event-" + i).put("name", "Event " + i);
    }

    private static ObjectNode audience(int i) {
        ObjectNode audience = JSON.objectNode().put("name", "Audience " + i);
        ArrayNode all = audience.putObject("rules").putArray("all");
        all.addObject().put("attribute", "ref:attribute/attribute-" + i).put("at_least", i);
        if (i > 0) {
            all.addObject().put("audience", "ref:audience/Audience " + i / 2);
        }
        return audience;
    }

    private static ObjectNode experience(int i) {
        ObjectNode experience = JSON.objectNode().put("name", "Experience " + i).put("type", "SEGMENTED");
        ArrayNode variants = experience.putArray("variants");
        variants.addObject().put("name", "A").put("audience_uid", "ref:audience/Audience " + i);
        variants.addObject().put("name", "B").put("audience_uid", "ref:audience/Audience " + i / 3);
        return experience;
    }

    private static List<JsonNode> nodes(int count, IntFunction<JsonNode> definition) {
        return IntStream.range(0, count).mapToObj(definition).toList();
    }
}
