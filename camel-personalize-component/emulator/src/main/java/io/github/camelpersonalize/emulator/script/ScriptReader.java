// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.script;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;

/**
 * Scripts as JSON: {@code {"method", "path", "key", "body", "project", "forEver", "steps": [{"status", "headers", "body", "fault", "delay", "bodyOver",
 * "apply", "pass", "times"}]}}; delays are in milliseconds.
 */
public final class ScriptReader {

    private static final Set<String> SCRIPT = Set.of("method", "path", "key", "body", "project", "forEver", "steps");
    private static final Set<String> STEP = Set.of("status", "headers", "body", "fault", "delay", "bodyOver", "apply", "pass", "times");
    private static final String FAULTS = Arrays.stream(Fault.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final List<String> faults;

    private ScriptReader(List<String> faults) {
        this.faults = faults;
    }

    /** The script; none when the list of faults has grown. */
    public static Optional<Script> read(JsonNode json, List<String> faults) {
        Script script = new ScriptReader(faults).script(json);
        return faults.isEmpty() ? Optional.of(script) : Optional.empty();
    }

    private Script script(JsonNode json) {
        refuseUnknown("", json, SCRIPT);
        if (!json.path("path").isTextual()) {
            faults.add("path is required");
        }
        if (!json.path("steps").isArray() || json.get("steps").isEmpty()) {
            faults.add("steps is required, with one step at least");
        }
        Script script = Script.on(json.path("method").asText("*"), json.path("path").asText());
        script = json.has("key") ? script.withKey(json.get("key").asText()) : script;
        script = json.has("body") ? script.withBody(json.get("body").asText()) : script;
        script = json.has("project") ? script.forProject(json.get("project").asText()) : script;
        for (int i = 0; i < json.path("steps").size(); i++) {
            JsonNode step = json.get("steps").get(i);
            script = script.then(step.path("times").asInt(1), step("steps[" + i + "]", step));
        }
        return json.path("forEver").asBoolean() ? script.forEver() : script;
    }

    private Step step(String at, JsonNode json) {
        refuseUnknown(at + ".", json, STEP);
        Step step = outcome(at, json);
        for (Map.Entry<String, JsonNode> header : json.path("headers").properties()) {
            step = step.header(header.getKey(), header.getValue().asText());
        }
        if (json.has("body")) {
            step = step.body(json.get("body").isTextual() ? json.get("body").textValue() : json.get("body").toString());
        }
        step = json.path("apply").asBoolean() ? step.applied() : step;
        return step.after(Duration.ofMillis(json.path("delay").asLong())).bodyOver(Duration.ofMillis(json.path("bodyOver").asLong()));
    }

    private Step outcome(String at, JsonNode json) {
        if (json.path("pass").asBoolean()) {
            return Step.pass();
        }
        if (json.has("fault")) {
            Optional<Fault> fault = Arrays.stream(Fault.values()).filter(one -> one.name().equals(json.get("fault").asText())).findFirst();
            if (fault.isEmpty()) {
                faults.add(at + ".fault must be one of " + FAULTS);
            }
            return Step.fault(fault.orElse(Fault.EMPTY_RESPONSE));
        }
        int status = json.path("status").asInt();
        if (status < 200 || status > 599) {
            faults.add(at + " must have pass, a fault, or a status between 200 and 599");
        }
        return Step.status(status);
    }

    private void refuseUnknown(String at, JsonNode json, Set<String> known) {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(at + name + " is unknown");
            }
        });
    }
}
