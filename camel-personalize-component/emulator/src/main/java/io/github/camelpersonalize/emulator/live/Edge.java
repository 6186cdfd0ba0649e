// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.live.body.Code;
import io.github.camelpersonalize.emulator.live.body.Errors;
import io.github.camelpersonalize.emulator.live.state.Decision;
import io.github.camelpersonalize.emulator.live.state.Experience;
import io.github.camelpersonalize.emulator.live.state.Project;

/** The Edge API: what one visitor sees, is and does. It needs no credentials. */
final class Edge {

    static final String TAGS = "tags[]";

    private static final String VISITOR = "x-cs-personalize-user-uid";
    private static final String LIVE_ATTRIBUTES = "x-live-attributes";

    private final Context context;

    Edge(Context context) {
        this.context = context;
    }

    Answer manifest(Call call) {
        Optional<String> known = call.request().header(VISITOR);
        String visitor = known.orElseGet(context.audit()::uid);
        ObjectNode values = call.project().visitors().attributes(visitor).deepCopy();
        call.request().header(LIVE_ATTRIBUTES).flatMap(text -> Json.read(text.getBytes(StandardCharsets.UTF_8)))
                .filter(JsonNode::isObject).ifPresent(more -> values.setAll((ObjectNode) more));
        ObjectNode body = Json.object();
        body.set("experiences",
                experiences(call.project(), call.request().parameters(TAGS), new Decision(call.project(), visitor, values)));
        Answer answer = Answer.json(200, body);
        return known.isPresent() ? answer : answer.with(VISITOR, visitor);
    }

    Answer setAttributes(Call call) {
        return call.request().header(VISITOR).map(visitor -> {
            call.project().visitors().set(visitor, call.object());
            return text("User Attributes added successfully");
        }).orElseGet(Edge::nobody);
    }

    Answer merge(Call call) {
        ObjectNode body = call.object();
        call.project().visitors().merge(body.get("sourceUserUid").textValue(), body.get("targetUserUid").textValue());
        return text("User Attributes merged successfully");
    }

    Answer events(Call call) {
        Optional<String> visitor = call.request().header(VISITOR);
        if (visitor.isEmpty()) {
            return nobody();
        }
        for (JsonNode event : call.body()) {
            if (event.path("type").asText().equals("IMPRESSION")) {
                call.project().visitors().saw(visitor.get(), event.path("experienceShortUid").asText(),
                        event.path("variantShortUid").asText());
            } else {
                call.project().visitors().did(visitor.get(), event.path("eventKey").asText());
            }
        }
        return Answer.empty(202);
    }

    private static ArrayNode experiences(Project project, List<String> tags, Decision decision) {
        ArrayNode shown = Json.array();
        for (String uid : project.priority()) {
            Optional<Experience> experience = project.experience(uid).filter(found -> tags.isEmpty() || hasTag(project, found, tags));
            experience.flatMap(found -> found.versions().active()).ifPresent(version -> shown.add(Json.object()
                    .put("shortUid", experience.get().shortUid()).put("activeVariantShortUid", decision.variant(version).orElse(null))));
        }
        return shown;
    }

    private static boolean hasTag(Project project, Experience experience, List<String> tags) {
        Set<String> own = new LinkedHashSet<>();
        project.shown(experience).path("tags").forEach(tag -> own.add(tag.asText()));
        return !Collections.disjoint(own, tags);
    }

    private static Answer text(String text) {
        return new Answer(200, Map.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer nobody() {
        return Errors.of(400, Code.HEADER_REQUIRED, "The header " + VISITOR + " is required");
    }
}
