// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.service.ProjectState;

/** Looks into projects, seeds them, takes them away and moves their experiences from one status to another. */
final class ProjectAdmin {

    private final Backstage backstage;

    ProjectAdmin(Backstage backstage) {
        this.backstage = backstage;
    }

    Answer all() {
        return Answer.json(200, Json.object().set("projects", backstage.service().projects().document()));
    }

    Answer get(String uid) {
        return backstage.service().projects().find(uid).map(project -> Answer.json(200, project.document())).orElseGet(() -> unknown(uid));
    }

    Answer put(String uid, Request request) {
        Optional<JsonNode> document = Json.read(request.body()).filter(JsonNode::isObject);
        return document.map(seed -> Seeding.seed(backstage, uid, seed))
                .orElseGet(() -> Answer.error(400,
                        "The body must be a JSON object with attributes, audiences, events, experiences, priority."));
    }

    Answer delete(String uid) {
        return backstage.service().projects().remove(uid) ? Answer.empty(200) : unknown(uid);
    }

    Answer setStatus(String uid, String experience, Request request) {
        List<String> statuses = backstage.service().statuses();
        Optional<String> status = Json.read(request.body()).map(body -> body.path("status").asText()).filter(statuses::contains);
        if (status.isEmpty()) {
            return Answer.error(400, "The body must be {\"status\": ...} with one of " + String.join(", ", statuses) + ".");
        }
        Optional<? extends ProjectState> project = backstage.service().projects().find(uid);
        if (project.isEmpty()) {
            return unknown(uid);
        }
        return project.get().setStatus(experience, status.get())
                ? Answer.empty(200)
                : Answer.error(404, "There is no experience with the uid '" + experience + "'.");
    }

    static Answer unknown(String uid) {
        return Answer.error(404, "There is no project with the uid '" + uid + "'.");
    }
}
