// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The service at its simplest: what it answers to a request, and what the request does to the project. */
final class ProjectApi {

    private final ProjectState state;
    private final Form form;

    ProjectApi(ProjectState state, Form form) {
        this.state = state;
        this.form = form;
    }

    /** @param applied whether the request is carried out; otherwise this only says what it would be answered */
    Response answer(HttpRequestReader request, boolean applied) {
        synchronized (state) {
            ProjectApi api = applied ? this : new ProjectApi(state.copy(), form);
            return api.answer(request.method(), request.path(), request.body());
        }
    }

    private Response answer(String method, String path, byte[] body) {
        List<String> segments = List.of(path.replaceFirst("^/", "").split("/"));
        if (String.join("/", segments).equals(form.priorityPath)) {
            return priority(method, Json.readOrMissing(body));
        }
        if (!state.has(segments.get(0)) || segments.size() > 2) {
            return error(404, "nothing at " + path);
        }
        if (segments.size() == 1) {
            return collection(method, segments.get(0), Json.readOrMissing(body));
        }
        return member(method, segments.get(0), segments.get(1), Json.readOrMissing(body));
    }

    private Response collection(String method, String kind, JsonNode body) {
        return switch (method) {
            case "GET" -> ok(200, form.list(state.list(kind)));
            case "POST" -> objection(kind, null, body).orElseGet(() -> ok(201, state.create(kind, (ObjectNode) body)));
            default -> notAllowed(method, kind);
        };
    }

    private Response member(String method, String kind, String uid, JsonNode body) {
        Optional<ObjectNode> object = state.find(kind, uid);
        if (object.isEmpty()) {
            return error(404, "nothing in " + kind + " with uid \"" + uid + "\"");
        }
        return switch (method) {
            case "GET" -> kind.equals("experiences") ? ok(200, object.get()) : notAllowed(method, kind);
            case "PUT" -> objection(kind, uid, body).orElseGet(() -> ok(200, state.replace(object.get(), (ObjectNode) body)));
            case "DELETE" -> deleted(kind, uid);
            default -> notAllowed(method, kind);
        };
    }

    private Response deleted(String kind, String uid) {
        state.remove(kind, uid);
        return Response.empty(form.deleted);
    }

    private Response priority(String method, JsonNode body) {
        if (method.equals("PUT")) {
            List<String> desired = new ArrayList<>();
            body.path(form.priorityMember).forEach(uid -> desired.add(uid.asText()));
            if (!desired.stream().sorted().toList().equals(state.priority().stream().sorted().toList())) {
                return error(400, "MISSING_EXPERIENCES");
            }
            state.setPriority(desired);
        }
        return ok(200, Json.object().set(form.priorityMember, Json.tree(state.priority())));
    }

    private Optional<Response> objection(String kind, String uid, JsonNode body) {
        String member = ProjectState.NATURAL_KEYS.get(kind);
        JsonNode key = body.path(member);
        if (!key.isTextual()) {
            return Optional.of(error(400, member + " is required"));
        }
        String type = kind.substring(0, kind.length() - 1);
        return state.isTaken(kind, key, uid)
                ? Optional.of(error(400, type + " with " + member + " " + key + " already exists"))
                : Optional.empty();
    }

    private static Response notAllowed(String method, String kind) {
        return error(405, "no " + method + " here in " + kind);
    }

    private static Response ok(int status, JsonNode body) {
        return Response.json(status, body.toString());
    }

    private static Response error(int status, String message) {
        return ok(status, Json.object().put("message", message).put("status", status));
    }

    /** What the body of a request to that path bears as its natural key, or {@code null}. */
    static String naturalKey(String path, byte[] body) {
        String kind = path.replaceFirst("^/", "").split("/")[0];
        return Json.readOrMissing(body).path(ProjectState.NATURAL_KEYS.getOrDefault(kind, "key")).textValue();
    }
}
