// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.service.Kind;
import io.github.camelpersonalize.emulator.service.ProjectState;

/**
 * Opens definitions, and lets people change and delete them by hand. The rules of the service hold; credentials, limit, scripts and journal are for its
 * clients.
 */
final class DefinitionAdmin {

    /** What the service writes by itself, so that nobody sends it back. Members of variants stay as they are. */
    private static final Set<String> OF_SERVICE = Set.of("uid", "shortUid", "project", "created_at", "updated_at", "createdAt", "updatedAt",
            "createdBy", "updatedBy", "createdByUserName", "updatedByUserName", "activatedAt", "activatedBy", "activatedByUserName",
            "hasDraft",
            "latestVersion", "referredAudiences", "referredLyticsAudiences", "referredEvents", "referredAttributes", "priority", "_cms",
            "experienceUid", "versionNumber");

    private final Backstage backstage;

    DefinitionAdmin(Backstage backstage) {
        this.backstage = backstage;
    }

    /** Texts of JSON instead of JSON: a page that reads numbers would lose their digits. */
    Answer get(String project, String plural, String uid) {
        Optional<? extends ProjectState> state = backstage.service().projects().find(project);
        if (state.isEmpty()) {
            return ProjectAdmin.unknown(project);
        }
        Kind kind = Stream.of(Kind.values()).filter(one -> one.plural().equals(plural)).findFirst().orElseThrow();
        return state.get().objects(kind).stream().filter(object -> object.path("uid").asText().equals(uid)).findFirst()
                .map(object -> Answer.json(200, opened(state.get(), kind, object)))
                .orElseGet(() -> Answer.error(404, "There is no " + kind.noun() + " with the uid '" + uid + "'."));
    }

    /**
     * The service's own answer to a request of this method and body for a path below the project. Where the service has no such operation, the
     * definition is changed without its rules.
     */
    Answer change(String project, String path, Request request) {
        Optional<? extends ProjectState> state = backstage.service().projects().find(project);
        if (state.isEmpty()) {
            return ProjectAdmin.unknown(project);
        }
        Map<String, List<String>> headers = Map.of("x-project-uid", List.of(project), "content-type", List.of("application/json"));
        Request asClient = new Request(request.method(), "/" + path, "", headers, request.body());
        if (backstage.service().route(asClient).operation().isPresent()) {
            return backstage.service().serve(asClient);
        }
        ObjectNode document = state.get().document().deepCopy();
        String[] kindAndUid = path.split("/", -1);
        return replace((ArrayNode) document.path(kindAndUid[0]), kindAndUid[1], request)
                .orElseGet(() -> Seeding.seed(backstage, project, document));
    }

    /** What is wrong with the change, none when it is done. */
    private static Optional<Answer> replace(ArrayNode objects, String uid, Request request) {
        int at = 0;
        while (at < objects.size() && !objects.get(at).path("uid").asText().equals(uid)) {
            at++;
        }
        if (at == objects.size()) {
            return Optional.of(Answer.error(404, "There is no definition with the uid '" + uid + "'."));
        }
        if (request.method().equals("DELETE")) {
            objects.remove(at);
            return Optional.empty();
        }
        if (!(Json.read(request.body()).orElse(null) instanceof ObjectNode body)) {
            return Optional.of(Answer.error(400, "The body must be a JSON object."));
        }
        ObjectNode old = (ObjectNode) objects.get(at);
        ObjectNode changed = Json.object().put("uid", uid);
        changed.setAll(body);
        OF_SERVICE.stream().filter(old::has).forEach(member -> changed.set(member, old.get(member)));
        objects.set(at, changed);
        return Optional.empty();
    }

    private ObjectNode opened(ProjectState project, Kind kind, ObjectNode object) {
        ObjectNode opened = Json.object().put("kind", kind.plural()).put("uid", object.path("uid").asText())
                .put("name", object.path("name").asText()).put("status", object.path("status").asText());
        opened.put("text", Json.pretty(object)).put("editable", editable(object, kind == Kind.EXPERIENCE));
        opened.set("usedBy", Referrers.of(project, kind, object));
        ArrayNode versions = opened.putArray("versions");
        ArrayNode statuses = opened.putArray("statuses");
        if (kind == Kind.EXPERIENCE) {
            project.versions(object.path("uid").asText()).forEach(version -> versions.add(version(version)));
            backstage.service().statuses().forEach(statuses::add);
        }
        return opened;
    }

    private static ObjectNode version(ObjectNode version) {
        return Json.object().put("uid", version.path("uid").asText()).put("number", version.path("versionNumber").asInt())
                .put("status", version.path("status").asText()).put("text", Json.pretty(version)).put("editable", editable(version, false));
    }

    private static String editable(ObjectNode object, boolean isExperience) {
        ObjectNode body = object.deepCopy();
        body.remove(OF_SERVICE);
        if (isExperience) {
            body.remove("status");
        }
        return Json.pretty(body);
    }
}
