// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.Collection;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Kind;
import io.github.camelpersonalize.emulator.service.ProjectState;

/** What the page shows: small, whatever the size of the projects. */
final class Overview {

    private static final int OBJECTS = 12;
    private static final int REQUESTS = 25;

    private final Backstage backstage;

    Overview(Backstage backstage) {
        this.backstage = backstage;
    }

    Answer answer() {
        ObjectNode overview = Json.object().put("total", backstage.journal().total());
        overview.putObject("limit").put("used", backstage.limit().used()).put("perSecond", backstage.limit().perSecond());
        overview.put("scripted", backstage.scripts().left().values().stream().mapToInt(Integer::intValue).sum());
        ArrayNode projects = overview.putArray("projects");
        backstage.service().projects().all().forEach((uid, project) -> projects.add(project(uid, project)));
        ArrayNode requests = overview.putArray("requests");
        backstage.journal().newest(REQUESTS).forEach(request -> requests.add(RequestAdmin.brief(request)));
        return Answer.json(200, overview).with("Cache-Control", "no-store");
    }

    private static ObjectNode project(String uid, ProjectState project) {
        ObjectNode one = Json.object().put("uid", uid);
        for (Kind kind : Kind.values()) {
            Collection<ObjectNode> objects = project.objects(kind);
            ObjectNode shown = one.putObject(kind.plural()).put("count", objects.size());
            ArrayNode newest = shown.putArray("newest");
            objects.stream().skip(Math.max(0, objects.size() - OBJECTS)).forEach(object -> newest.insert(0, brief(object)));
        }
        return one;
    }

    private static ObjectNode brief(ObjectNode object) {
        return Json.object().put("uid", object.path("uid").asText()).put("name", object.path("name").asText())
                .put("key", object.path("key").asText()).put("type", first(object, "data_type", "type", "__type"))
                .put("status", object.path("status").asText()).put("created_at", first(object, "created_at", "createdAt"));
    }

    /** Personalities name these members differently. */
    private static String first(ObjectNode object, String... names) {
        return Stream.of(names).map(name -> object.path(name).asText()).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
