// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;

/** What is known of the visitors of a project: the values of their attributes, what they saw and did. */
public final class Visitors {

    private final Map<String, ObjectNode> attributes = new LinkedHashMap<>();
    private final Map<String, Set<String>> impressions = new LinkedHashMap<>();
    private final Map<String, Set<String>> events = new LinkedHashMap<>();

    /** The values of a visitor's attributes, by their keys. */
    public ObjectNode attributes(String visitor) {
        return attributes.getOrDefault(visitor, Json.object());
    }

    /** Sets some of them; the others stay. */
    public void set(String visitor, ObjectNode values) {
        attributes.computeIfAbsent(visitor, any -> Json.object()).setAll(values.deepCopy());
    }

    /** Adds the values of one visitor to those of another, whose values give way. */
    public void merge(String from, String into) {
        set(into, attributes(from));
    }

    /** A visitor saw a variant. */
    public void saw(String visitor, String experience, String variant) {
        impressions.computeIfAbsent(experience + "/" + variant, any -> new LinkedHashSet<>()).add(visitor);
    }

    /** A visitor did something. */
    public void did(String visitor, String eventKey) {
        events.computeIfAbsent(eventKey, any -> new LinkedHashSet<>()).add(visitor);
    }

    /** Who saw the variant. */
    public Set<String> impressions(String experience, String variant) {
        return impressions.getOrDefault(experience + "/" + variant, Set.of());
    }

    /** Who saw the variant and did one of these things. */
    public Set<String> conversions(String experience, String variant, Collection<String> eventKeys) {
        Set<String> converted = new LinkedHashSet<>();
        eventKeys.forEach(key -> converted.addAll(events.getOrDefault(key, Set.of())));
        converted.retainAll(impressions(experience, variant));
        return converted;
    }

    /** The attributes of all visitors, as a document. */
    ObjectNode document() {
        ObjectNode document = Json.object();
        attributes.forEach(document::set);
        return document;
    }
}
