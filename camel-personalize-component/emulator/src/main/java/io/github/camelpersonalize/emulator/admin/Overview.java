// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Answer;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.service.Kind;
import io.github.camelpersonalize.emulator.service.ProjectState;

/** What the page shows: small, whatever the size of the projects. */
final class Overview {

    private static final int SHOWN = 12;
    private static final int REQUESTS = 25;

    private final Backstage backstage;

    Overview(Backstage backstage) {
        this.backstage = backstage;
    }

    /** Requests through the filter that the query says, and definitions that have its {@code find} in uid, name or key. */
    Answer answer(Request request) {
        ObjectNode overview = Json.object().put("total", backstage.journal().total());
        overview.putObject("limit").put("used", backstage.limit().used()).put("perSecond", backstage.limit().perSecond());
        overview.put("scripted", backstage.scripts().left().values().stream().mapToInt(Integer::intValue).sum());
        overview.set("scripts", scripts());
        String find = request.parameter("find").orElse("").toLowerCase(Locale.ROOT);
        ArrayNode projects = overview.putArray("projects");
        backstage.service().projects().all().forEach((uid, project) -> projects.add(project(uid, project, find)));
        RequestFilter filter = RequestFilter.of(request);
        overview.put("matching", backstage.journal().count(filter));
        ArrayNode requests = overview.putArray("requests");
        backstage.journal().newest(REQUESTS, filter).forEach(found -> requests.add(RequestAdmin.brief(found)));
        return Answer.json(200, overview).with("Cache-Control", "no-store");
    }

    private ArrayNode scripts() {
        ArrayNode scripts = Json.array();
        backstage.scripts().waiting().stream().limit(SHOWN).forEach(script -> scripts.addObject().put("title", script.title())
                .put("next", script.next()).put("left", script.left()));
        return scripts;
    }

    private static ObjectNode project(String uid, ProjectState project, String find) {
        ObjectNode one = Json.object().put("uid", uid);
        for (Kind kind : Kind.values()) {
            Collection<ObjectNode> objects = project.objects(kind);
            List<ObjectNode> found = objects.stream().filter(object -> matches(object, find)).toList();
            ObjectNode shown = one.putObject(kind.plural()).put("count", objects.size()).put("matching", found.size());
            ArrayNode newest = shown.putArray("newest");
            found.stream().skip(Math.max(0, found.size() - SHOWN)).forEach(object -> newest.insert(0, brief(object)));
        }
        one.set("priority", priority(project));
        return one;
    }

    private static ObjectNode priority(ProjectState project) {
        ObjectNode priority = Json.object().put("count", project.priority().size());
        ArrayNode first = priority.putArray("first");
        List<String> uids = project.priority().stream().limit(SHOWN).toList();
        Map<String, String> names = new HashMap<>();
        project.objects(Kind.EXPERIENCE).forEach(object -> names.put(object.path("uid").asText(), object.path("name").asText()));
        uids.forEach(uid -> first.addObject().put("uid", uid).put("name", names.getOrDefault(uid, "")));
        return priority;
    }

    private static boolean matches(ObjectNode object, String find) {
        return find.isEmpty() || Stream.of("uid", "name", "key")
                .anyMatch(member -> object.path(member).asText().toLowerCase(Locale.ROOT).contains(find));
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
