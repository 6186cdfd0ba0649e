// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.text.Quoted;

/** Reads a stored plan, which may have been edited since it was made. */
final class PlanReader {

    private PlanReader() {}

    static Plan read(JsonNode json) {
        requireKnownFormat(json);
        PlanSchema.INSTANCE.require(json);
        Optional<PriorityStep> priority = Optional.ofNullable(json.get("priority")).map(PlanReader::priority);
        Plan plan = new Plan(json.get("projectUid").textValue(), list(json.get("steps"), PlanReader::step), priority,
                texts(json, "warnings"), Optional.ofNullable(text(json, "refusal")),
                Optional.ofNullable(json.get("origin")).map(PlanReader::origin));
        PlanCheck.require(plan);
        return plan;
    }

    private static void requireKnownFormat(JsonNode json) {
        JsonNode version = json.path("formatVersion");
        if (!version.isIntegralNumber()) {
            throw new JsonException("this is not a plan: it has no \"formatVersion\"; make one with operation=plan and save it as JSON");
        }
        if (version.bigIntegerValue().bitLength() > Integer.SIZE - 1 || version.intValue() > PlanWriter.FORMAT_VERSION) {
            throw new JsonException("the plan has format version " + version + ", and this version of the component reads "
                    + PlanWriter.FORMAT_VERSION + "; make the plan again, or use the version of the component that made it");
        }
    }

    private static Origin origin(JsonNode json) {
        try {
            return new Origin(text(json, "service"), Instant.parse(text(json, "madeAt")), text(json, "prune"));
        } catch (DateTimeParseException e) {
            throw new JsonException("the plan has the time " + Quoted.of(text(json, "madeAt"))
                    + " at /origin/madeAt; write it as 2026-01-31T12:00:00Z, or remove /origin");
        }
    }

    private static Step step(JsonNode json) {
        return new Step(Action.valueOf(text(json, "action")), Resource.ofKind(text(json, "kind")).orElseThrow(), text(json, "key"),
                text(json, "uid"),
                list(json.path("changes"), PlanReader::change), text(json, "reason"), texts(json, "warnings"), json.get("after"),
                json.get("before"), text(json, "source"));
    }

    private static Change change(JsonNode json) {
        return new Change(text(json, "pointer"), json.path("before"), json.path("after"));
    }

    private static PriorityStep priority(JsonNode json) {
        Map<String, String> names = new HashMap<>();
        json.path("names").properties().forEach(name -> names.put(name.getKey(), name.getValue().textValue()));
        return new PriorityStep(Action.valueOf(text(json, "action")), texts(json, "after"), texts(json, "before"), names,
                text(json, "reason"),
                texts(json, "warnings"), text(json, "source"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).textValue();
    }

    private static List<String> texts(JsonNode json, String name) {
        return list(json.path(name), JsonNode::textValue);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        List<T> list = new ArrayList<>();
        array.forEach(node -> list.add(item.apply(node)));
        return list;
    }
}
