// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The objects of one kind in the order of their creation, found by uid or natural key. What lies on it is replaced, never changed. */
public final class Shelf {

    private final Kind kind;
    private final Map<String, ObjectNode> byUid = new LinkedHashMap<>();
    private final Map<String, Set<String>> uidsByKey = new HashMap<>();

    /** An empty one. */
    public Shelf(Kind kind) {
        this.kind = kind;
    }

    /** The object with this uid. */
    public Optional<ObjectNode> find(String uid) {
        return Optional.ofNullable(byUid.get(uid));
    }

    /** The uids of the objects with the natural key; several only where a seed brought them in. */
    public Set<String> holders(String key) {
        return uidsByKey.getOrDefault(key, Set.of());
    }

    /** All objects. */
    public Collection<ObjectNode> all() {
        return byUid.values();
    }

    /** All uids. */
    public Set<String> uids() {
        return byUid.keySet();
    }

    /** The names, in quotes, of the objects for which that holds. */
    public String namesWhere(Predicate<ObjectNode> condition) {
        return byUid.values().stream().filter(condition).map(object -> "'" + object.path("name").asText() + "'")
                .collect(Collectors.joining(", "));
    }

    /** Takes in a new object, or puts one in the place of the old. */
    public void put(ObjectNode object) {
        String uid = object.get("uid").textValue();
        forgetKey(uid);
        byUid.put(uid, object);
        uidsByKey.computeIfAbsent(keyOf(object), any -> new LinkedHashSet<>()).add(uid);
    }

    /** Takes an object away. */
    public void remove(String uid) {
        forgetKey(uid);
        byUid.remove(uid);
    }

    private void forgetKey(String uid) {
        find(uid).ifPresent(object -> uidsByKey.computeIfPresent(keyOf(object), (key, uids) -> {
            uids.remove(uid);
            return uids.isEmpty() ? null : uids;
        }));
    }

    private String keyOf(ObjectNode object) {
        return object.path(kind.naturalKey()).asText();
    }
}
