// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Experiences with versions: of each three, one is to be active, one is a draft, and one an A/B test without a word about its status; the last one is the first in
 * priority.
 *
 * @param variant the name of each experience's first variant
 */
record VersionedManifest(String variant) {

    static final int EXPERIENCES = 12;

    static final VersionedManifest FIRST = new VersionedManifest("A");

    /** A variant in the place of another one, in all experiences. */
    static final VersionedManifest SECOND = new VersionedManifest("C");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode document() {
        ObjectNode document = JSON.objectNode();
        document.putArray("attributes").addObject().put("key", "tier").put("name", "Größe");
        document.putArray("events").addObject().put("key", "bought");
        ObjectNode audience = document.putArray("audiences").addObject().put("name", "Gold");
        ObjectNode rule = audience.putObject("definition").put("__type", "RuleCombination").put("combinationType", "AND").putArray("rules")
                .addObject().put("__type", "Rule").put("attributeMatchCondition", "HAS_ANY_VALUE").put("invertCondition", false);
        rule.putObject("attribute").put("__type", "CustomAttributeReference").put("ref", "ref:attribute/tier");
        ArrayNode experiences = document.putArray("experiences");
        IntStream.range(0, EXPERIENCES).forEach(i -> experience(experiences.addObject(), i));
        ArrayNode priority = document.putArray("priority");
        priority().forEach(name -> priority.add("ref:experience/" + name));
        return document;
    }

    /** The names of the experiences in their order. */
    static List<String> priority() {
        return IntStream.range(0, EXPERIENCES).boxed().sorted(Comparator.reverseOrder()).map(VersionedManifest::name).toList();
    }

    static boolean isActive(int i) {
        return i % 3 == 0;
    }

    static String name(int i) {
        return "Experience " + i;
    }

    /** The versions of each experience, once the first manifest is applied, and this one after it. */
    Map<String, List<String>> versions() {
        Map<String, List<String>> versions = new TreeMap<>();
        for (int i = 0; i < EXPERIENCES; i++) {
            versions.put(name(i), isActive(i) ? active() : List.of(equals(FIRST) ? "DRAFT A=0 B=1" : "DRAFT C=2 B=1"));
        }
        return versions;
    }

    private List<String> active() {
        return equals(FIRST) ? List.of("ACTIVE A=0 B=1") : List.of("ARCHIVED A=0 B=1", "ACTIVE C=2 B=1");
    }

    private void experience(ObjectNode experience, int i) {
        experience.put("name", name(i)).put("__type", i % 3 == 2 ? "AB_TEST" : "SEGMENTED");
        if (i % 3 < 2) {
            experience.put("status", isActive(i) ? "ACTIVE" : "DRAFT");
        }
        for (String name : List.of(variant, "B")) {
            ObjectNode added = experience.withArray("variants").addObject().put("name", name);
            if (i % 3 == 2) {
                added.put("__type", "ABTestVariant").put("trafficDistribution", 50);
            } else {
                added.put("__type", "SegmentedVariant").put("audienceCombinationType", "OR").putArray("audiences").add("ref:audience/Gold");
            }
        }
        if (i % 3 == 2) {
            experience.put("variantSplit", "EQUALLY_SPLIT").putArray("metrics").addObject().put("__type", "Primary")
                    .put("name", "Bought").put("event", "ref:event/bought");
        }
    }
}
