// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;
import io.github.camelpersonalize.emulator.service.Kind;
import io.github.camelpersonalize.emulator.service.ProjectState;
import io.github.camelpersonalize.emulator.service.Shelf;

/** All that one project holds. */
public final class Project implements ProjectState {

    private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);
    private List<String> priority = new ArrayList<>();

    Project() {
        for (Kind kind : Kind.values()) {
            shelves.put(kind, new Shelf(kind));
        }
    }

    @Override
    public Collection<ObjectNode> objects(Kind kind) {
        return shelf(kind).all();
    }

    @Override
    public List<String> priority() {
        return priority;
    }

    @Override
    public Collection<ObjectNode> versions(String experience) {
        return List.of();
    }

    @Override
    public boolean setStatus(String uid, String status) {
        Optional<ObjectNode> experience = shelf(Kind.EXPERIENCE).find(uid);
        experience.ifPresent(found -> shelf(Kind.EXPERIENCE).put(found.deepCopy().put("status", status)));
        return experience.isPresent();
    }

    @Override
    public ObjectNode document() {
        ObjectNode document = Json.object();
        shelves.forEach((kind, shelf) -> document.putArray(kind.plural()).addAll(shelf.all()));
        document.set("priority", priorityNode());
        return document;
    }

    ArrayNode priorityNode() {
        ArrayNode uids = Json.array();
        priority.forEach(uids::add);
        return uids;
    }

    Shelf shelf(Kind kind) {
        return shelves.get(kind);
    }

    void prioritise(List<String> uids) {
        priority = new ArrayList<>(uids);
    }

    void add(Kind kind, ObjectNode object) {
        shelf(kind).put(object);
        if (kind == Kind.EXPERIENCE) {
            priority.add(object.get("uid").textValue());
        }
    }

    void remove(Kind kind, String uid) {
        shelf(kind).remove(uid);
        if (kind == Kind.EXPERIENCE) {
            priority.remove(uid);
        }
    }
}
