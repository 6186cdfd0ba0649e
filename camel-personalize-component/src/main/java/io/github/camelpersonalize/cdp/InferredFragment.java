// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.model.Definition;

/** The definitions that are inferred from a message: each once, in the order of inference. */
record InferredFragment(List<Map<String, Object>> attributes, List<Map<String, Object>> events) {

    static InferredFragment of(List<InferredDefinition> attributes, List<InferredDefinition> events) {
        return new InferredFragment(members(attributes), members(events));
    }

    /** As a manifest, which belongs to the route and can be changed; but all share the definitions. */
    Definition manifest() {
        Definition manifest = new Definition();
        manifest.put("attributes", new ArrayList<>(attributes));
        manifest.put("events", new ArrayList<>(events));
        manifest.put("onConflict", "skip");
        return manifest;
    }

    private static List<Map<String, Object>> members(List<InferredDefinition> definitions) {
        return definitions.stream().distinct().sorted(InferredDefinition.ORDER).map(InferredDefinition::definition).toList();
    }
}
