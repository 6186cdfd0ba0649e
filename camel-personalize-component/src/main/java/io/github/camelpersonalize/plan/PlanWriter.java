// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A plan as JSON. Absent values and empty lists have no member. */
final class PlanWriter {

    /** To be increased when older versions of the component would misread a plan. */
    static final int FORMAT_VERSION = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanWriter() {}

    static JsonNode write(Plan plan) {
        ObjectNode json = NODES.objectNode();
        json.put("formatVersion", FORMAT_VERSION).put("projectUid", plan.projectUid());
        plan.origin().ifPresent(origin -> json.putObject("origin").put("service", origin.service())
                .put("madeAt", origin.madeAt().toString()).put("prune", origin.prune()));
        ObjectNode counts = json.putObject("counts");
        plan.counts().forEach((action, count) -> counts.put(action.name(), count));
        ArrayNode steps = json.putArray("steps");
        plan.steps().forEach(step -> steps.add(step(step)));
        plan.priority().ifPresent(priority -> json.set("priority", priority(priority)));
        texts(json, "warnings", plan.warnings());
        text(json, "refusal", plan.refusal().orElse(null));
        return json;
    }

    private static ObjectNode step(Step step) {
        ObjectNode json = NODES.objectNode();
        json.put("action", step.action().name()).put("kind", step.resource().kind()).put("key", step.key());
        text(json, "uid", step.uid());
        text(json, "source", step.source());
        text(json, "reason", step.reason());
        texts(json, "warnings", step.warnings());
        if (!step.changes().isEmpty()) {
            ArrayNode changes = json.putArray("changes");
            step.changes().forEach(change -> changes.add(change(change)));
        }
        node(json, "after", step.after());
        node(json, "before", step.before());
        return json;
    }

    private static ObjectNode change(Change change) {
        ObjectNode json = NODES.objectNode().put("pointer", change.pointer());
        node(json, "before", change.before());
        node(json, "after", change.after());
        return json;
    }

    private static ObjectNode priority(PriorityStep step) {
        ObjectNode json = NODES.objectNode().put("action", step.action().name());
        text(json, "source", step.source());
        text(json, "reason", step.reason());
        texts(json, "warnings", step.warnings());
        step.after().forEach(json.putArray("after")::add);
        step.before().forEach(json.putArray("before")::add);
        if (!step.names().isEmpty()) {
            Map<String, String> sorted = new TreeMap<>(step.names());
            sorted.forEach(json.putObject("names")::put);
        }
        return json;
    }

    private static void node(ObjectNode json, String name, JsonNode value) {
        if (value != null && !value.isMissingNode()) {
            json.set(name, value.deepCopy());
        }
    }

    private static void text(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void texts(ObjectNode json, String name, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(json.putArray(name)::add);
        }
    }
}
