// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.ProjectView;
import io.github.camelpersonalize.model.Json;

/** What the service holds of a project, with the names of definitions in the places of their uids, so that it compares with a manifest. */
final class Held {

    private static final Map<String, String> KEYS = Map.of("attribute", "key", "event", "key", "audience", "name", "experience", "name");
    private static final Set<String> SERVICE_MEMBERS = Set.of("uid", "created_at", "status");

    private final Map<String, String> uids = new TreeMap<>();
    private final Map<String, List<JsonNode>> definitions = new HashMap<>();
    private final List<String> priority;

    Held(ProjectView project) {
        Map<String, List<ObjectNode>> objects = Map.of("attribute", project.attributes(), "event", project.events(), "audience",
                project.audiences(), "experience", project.experiences());
        Map<String, String> names = new HashMap<>();
        objects.forEach((kind, all) -> all.forEach(object -> {
            String key = object.path(KEYS.get(kind)).textValue();
            uids.put(kind + " " + key, object.path("uid").textValue());
            names.put(object.path("uid").textValue(), "ref:" + kind + "/" + key);
        }));
        objects.forEach((kind, all) -> definitions.put(kind + "s", all.stream().map(object -> readable(object, names)).toList()));
        priority = project.priority().stream().map(names::get).toList();
    }

    /** The uids by what bears them, as in {@code attribute age}. */
    Map<String, String> uids() {
        return uids;
    }

    /** The definitions of a kind, such as {@code attributes}. */
    List<JsonNode> all(String kind) {
        return definitions.get(kind);
    }

    List<String> priority() {
        return priority;
    }

    private static JsonNode readable(JsonNode node, Map<String, String> names) {
        JsonNode copy = Json.read(node.toString());
        rename(copy, names);
        return copy;
    }

    private static void rename(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            object.remove(SERVICE_MEMBERS);
            List.copyOf(object.properties()).forEach(member -> {
                if (names.containsKey(member.getValue().textValue())) {
                    object.put(member.getKey(), names.get(member.getValue().textValue()));
                }
            });
        }
        node.forEach(child -> rename(child, names));
    }
}
