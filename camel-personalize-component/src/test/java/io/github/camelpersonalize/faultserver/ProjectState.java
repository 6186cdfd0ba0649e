// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The objects of a project, under uids {@code u1}, {@code u2}, … in the order of their creation. Thread-safe; who does
 * several things at once holds its lock.
 */
final class ProjectState {

    /** The kinds of objects, each with the member that names an object. */
    static final Map<String, String> NATURAL_KEYS = Map.of("attributes", "key", "audiences", "name", "events", "key", "experiences",
            "name");

    private static final List<String> SET_BY_THE_SERVICE = List.of("uid", "created_at", "status");

    private final Map<String, Map<String, ObjectNode>> kinds = new LinkedHashMap<>();
    private List<String> priority = new ArrayList<>();
    private int lastUid;
    private boolean keepsDoubles;

    ProjectState() {
        NATURAL_KEYS.keySet().forEach(kind -> kinds.put(kind, new LinkedHashMap<>()));
    }

    boolean has(String kind) {
        return kinds.containsKey(kind);
    }

    synchronized Optional<ObjectNode> find(String kind, String uid) {
        return Optional.ofNullable(kinds.getOrDefault(kind, Map.of()).get(uid));
    }

    synchronized List<JsonNode> list(String kind) {
        return kinds.get(kind).values().stream().<JsonNode>map(ObjectNode::deepCopy).toList();
    }

    /** A new object, with a new uid. */
    synchronized ObjectNode create(String kind, ObjectNode definition) {
        return put(kind, definition.deepCopy().remove(SET_BY_THE_SERVICE));
    }

    /** Puts an object as it is, with its own uid or a new one. */
    synchronized ObjectNode put(String kind, ObjectNode object) {
        String uid = object.path("uid").isTextual() ? object.get("uid").textValue() : newUid(kind);
        ObjectNode stored = Json.object().put("uid", uid);
        stored.setAll(object.deepCopy().put("uid", uid));
        if (kinds.get(kind).put(uid, stored) == null && kind.equals("experiences")) {
            priority.add(uid);
        }
        return stored;
    }

    /** Replaces all of an object but what the service sets. */
    synchronized ObjectNode replace(ObjectNode object, ObjectNode definition) {
        ObjectNode members = definition.deepCopy().remove(SET_BY_THE_SERVICE);
        object.retain(SET_BY_THE_SERVICE);
        object.setAll(members);
        return object;
    }

    synchronized boolean remove(String kind, String uid) {
        priority.remove(uid);
        return kinds.get(kind).remove(uid) != null;
    }

    /** Whether objects may share a natural key. */
    synchronized void keepDoubles(boolean keep) {
        keepsDoubles = keep;
    }

    /** Whether another object than that with the uid bears the natural key, and that matters. */
    synchronized boolean isTaken(String kind, JsonNode naturalKey, String uid) {
        return !keepsDoubles && kinds.get(kind).values().stream().filter(other -> !other.get("uid").asText().equals(uid))
                .anyMatch(other -> other.path(NATURAL_KEYS.get(kind)).equals(naturalKey));
    }

    synchronized List<String> priority() {
        return List.copyOf(priority);
    }

    synchronized void setPriority(List<String> uids) {
        priority = new ArrayList<>(uids);
    }

    private String newUid(String kind) {
        String uid = "u" + ++lastUid;
        return kinds.get(kind).containsKey(uid) ? newUid(kind) : uid;
    }

    synchronized ProjectState copy() {
        ProjectState copy = new ProjectState();
        kinds.forEach((kind, objects) -> objects.forEach((uid, object) -> copy.kinds.get(kind).put(uid, object.deepCopy())));
        copy.priority.addAll(priority);
        copy.lastUid = lastUid;
        copy.keepsDoubles = keepsDoubles;
        return copy;
    }
}
