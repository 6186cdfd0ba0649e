// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.admin;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Kind;
import io.github.camelpersonalize.emulator.service.ProjectState;

/** Finds the definitions that mention another one by its uid; rules may mention attributes by their key too. */
final class Referrers {

    private final ProjectState project;
    private final String uid;
    private final String key;

    private Referrers(ProjectState project, Kind kind, ObjectNode definition) {
        this.project = project;
        this.uid = definition.path("uid").asText();
        this.key = kind == Kind.ATTRIBUTE ? definition.path("key").asText() : "";
    }

    /** Each with its {@code kind}, {@code uid}, {@code name}, and {@code at}, the first place where it mentions the definition. */
    static ArrayNode of(ProjectState project, Kind kind, ObjectNode definition) {
        return new Referrers(project, kind, definition).all();
    }

    private ArrayNode all() {
        ArrayNode all = Json.array();
        for (Kind kind : Kind.values()) {
            for (ObjectNode object : project.objects(kind)) {
                String user = object.path("uid").asText();
                if (!user.equals(uid)) {
                    place(kind, object).ifPresent(at -> all.addObject().put("kind", kind.plural()).put("uid", user)
                            .put("name", object.path("name").asText()).put("at", at));
                }
            }
        }
        return all;
    }

    private Optional<String> place(Kind kind, ObjectNode object) {
        if (kind == Kind.EXPERIENCE) {
            for (ObjectNode version : project.versions(object.path("uid").asText())) {
                Optional<String> at = place(version, uid, "version " + version.path("versionNumber").asText() + ": ");
                if (at.isPresent()) {
                    return at;
                }
            }
        }
        Optional<String> byUid = place(object, uid, "");
        if (byUid.isEmpty() && kind == Kind.AUDIENCE && !key.isEmpty()) {
            return place(object.path("rules"), key, "rules/");
        }
        return byUid;
    }

    private static Optional<String> place(JsonNode node, String mark, String at) {
        if (node.isTextual()) {
            return Optional.of(at.replaceFirst("/$", "")).filter(place -> node.textValue().equals(mark));
        }
        int index = 0;
        var names = node.fieldNames();
        for (JsonNode child : node) {
            String name = names.hasNext() ? names.next() : String.valueOf(index++);
            Optional<String> found = place(child, mark, at + name + "/");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
