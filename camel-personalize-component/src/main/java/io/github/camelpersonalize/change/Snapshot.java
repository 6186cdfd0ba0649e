// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.SameJson;
import org.jspecify.annotations.Nullable;

/** The definitions of a project that were seen at one time, by resource and uid. Used by one thread at a time. */
public final class Snapshot {

    private final Map<Resource, Map<String, JsonNode>> definitions;

    private Snapshot(Map<Resource, Map<String, JsonNode>> definitions) {
        this.definitions = definitions;
    }

    /** Nothing was seen. */
    public static Snapshot empty() {
        return new Snapshot(new EnumMap<>(Resource.class));
    }

    /**
     * What is in these lists.
     *
     * @param lists arrays of definitions, each with a uid of its own
     */
    static Snapshot of(Map<Resource, JsonNode> lists) {
        Map<Resource, Map<String, JsonNode>> definitions = new EnumMap<>(Resource.class);
        lists.forEach((resource, list) -> {
            Map<String, JsonNode> byUid = new LinkedHashMap<>();
            list.forEach(definition -> byUid.put(definition.path("uid").textValue(), definition));
            definitions.put(resource, byUid);
        });
        return new Snapshot(definitions);
    }

    /** The definitions of one resource. */
    Collection<JsonNode> definitions(Resource resource) {
        return byUid(resource).values();
    }

    /**
     * What happened between this snapshot and a later one, in an order in which it can be replayed: what is deleted makes room for what
     * takes its natural key, and nothing comes before what it refers to.
     *
     * @param resource what to compare
     */
    public List<Change> changes(Resource resource, Snapshot later) {
        List<Change> changes = new ArrayList<>();
        List<Resource> parts = new ArrayList<>(resource.parts());
        Collections.reverse(parts);
        parts.forEach(part -> byUid(part).forEach((uid, known) -> {
            if (!later.byUid(part).containsKey(uid)) {
                changes.add(Change.deleted(part, uid, known));
            }
        }));
        Collections.reverse(parts);
        parts.forEach(part -> {
            changes.addAll(updates(part, later));
            changes.addAll(creations(part, later));
        });
        return changes;
    }

    private List<Change> updates(Resource resource, Snapshot later) {
        List<Change> updates = new ArrayList<>();
        later.byUid(resource).forEach((uid, definition) -> {
            JsonNode known = byUid(resource).get(uid);
            if (known != null && !SameJson.isSame(known, definition)) {
                updates.add(Change.updated(resource, uid, definition, known));
            }
        });
        return RenameOrder.of(updates);
    }

    private List<Change> creations(Resource resource, Snapshot later) {
        List<Change> creations = new ArrayList<>();
        later.byUid(resource).forEach((uid, definition) -> {
            if (!byUid(resource).containsKey(uid)) {
                creations.add(Change.created(resource, uid, definition));
            }
        });
        return creations;
    }

    /** The same definitions, apart from this snapshot. */
    Snapshot copy() {
        Map<Resource, Map<String, JsonNode>> copy = new EnumMap<>(Resource.class);
        definitions.forEach((resource, byUid) -> copy.put(resource, new LinkedHashMap<>(byUid)));
        return new Snapshot(copy);
    }

    /** Makes this the snapshot after a change. */
    void advance(Change change) {
        JsonNode definition = change.type() == Change.Type.DELETED ? null : change.definition();
        put(change.resource(), change.uid(), definition);
    }

    /**
     * Makes this the snapshot after a change.
     *
     * @param definition as it is now, or {@code null} when there is none of that uid any more
     */
    void put(Resource resource, String uid, @Nullable JsonNode definition) {
        Map<String, JsonNode> byUid = definitions.computeIfAbsent(resource, any -> new LinkedHashMap<>());
        if (definition == null) {
            byUid.remove(uid);
        } else {
            byUid.put(uid, definition);
        }
    }

    /** How many definitions there are, of all resources. */
    public int size() {
        return definitions.values().stream().mapToInt(Map::size).sum();
    }

    private Map<String, JsonNode> byUid(Resource resource) {
        return definitions.getOrDefault(resource, Map.of());
    }
}
