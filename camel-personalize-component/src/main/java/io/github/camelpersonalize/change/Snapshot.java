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

/** The definitions of a project that were seen at one time, by resource and uid. Immutable. */
public final class Snapshot {

    /** Nothing was seen. */
    public static final Snapshot EMPTY = new Snapshot(Map.of());

    private final Map<Resource, Map<String, JsonNode>> definitions;

    private Snapshot(Map<Resource, Map<String, JsonNode>> definitions) {
        this.definitions = definitions;
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
            definitions.put(resource, Collections.unmodifiableMap(byUid));
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

    /** This snapshot after one change. */
    Snapshot with(Change change) {
        Map<String, JsonNode> byUid = new LinkedHashMap<>(byUid(change.resource()));
        switch (change.type()) {
            case CREATED, UPDATED -> byUid.put(change.uid(), change.definition());
            case DELETED -> byUid.remove(change.uid());
        }
        Map<Resource, Map<String, JsonNode>> all = new EnumMap<>(Resource.class);
        all.putAll(definitions);
        all.put(change.resource(), Collections.unmodifiableMap(byUid));
        return new Snapshot(all);
    }

    /** How many definitions there are, of all resources. */
    public int size() {
        return definitions.values().stream().mapToInt(Map::size).sum();
    }

    private Map<String, JsonNode> byUid(Resource resource) {
        return definitions.getOrDefault(resource, Map.of());
    }
}
