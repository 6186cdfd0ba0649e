// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelpersonalize.emulator.http.Json;

/** To what a rule tree or a version refers. */
public final class References {

    private References() {}

    /** The uids of custom attributes anywhere in a tree of rules, or in a version with such trees in it. */
    public static Set<String> customAttributes(JsonNode node) {
        Set<String> uids = new LinkedHashSet<>();
        collectAttributes(node, uids);
        return uids;
    }

    /** The uids of the audiences in the variants and in the targeting of a version. */
    public static Set<String> audiences(JsonNode version) {
        Set<String> uids = new LinkedHashSet<>();
        version.path("variants").forEach(variant -> addTexts(variant.path("audiences"), uids));
        addTexts(version.at("/targeting/audience/audiences"), uids);
        return uids;
    }

    /** The uids of the audiences of Lytics in the variants of a version. */
    public static Set<String> lyticsAudiences(JsonNode version) {
        Set<String> uids = new LinkedHashSet<>();
        version.path("variants").forEach(variant -> addTexts(variant.path("lyticsAudiences"), uids));
        return uids;
    }

    /** The uids of the events that are metrics of a version. */
    public static Set<String> events(JsonNode version) {
        Set<String> uids = new LinkedHashSet<>();
        version.path("metrics").forEach(metric -> uids.add(metric.path("event").asText()));
        return uids;
    }

    /** The uids as an array. */
    public static ArrayNode array(Collection<String> uids) {
        ArrayNode array = Json.array();
        uids.forEach(array::add);
        return array;
    }

    private static void collectAttributes(JsonNode node, Set<String> uids) {
        if (node.path("__type").asText().equals("CustomAttributeReference")) {
            uids.add(node.path("ref").asText());
        }
        node.forEach(child -> collectAttributes(child, uids));
    }

    private static void addTexts(JsonNode array, Set<String> uids) {
        array.forEach(text -> uids.add(text.asText()));
    }
}
