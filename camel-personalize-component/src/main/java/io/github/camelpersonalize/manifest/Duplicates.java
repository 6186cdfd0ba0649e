// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.text.Quoted;

/** Finds entries of one kind with the same natural key, or with keys that look the same. */
final class Duplicates {

    private final Map<Resource, Map<String, Entry>> seen = new EnumMap<>(Resource.class);

    /** Why the entry conflicts with an earlier one, if it does. */
    Optional<String> violation(Entry entry) {
        Entry first = seen.computeIfAbsent(entry.resource(), resource -> new HashMap<>()).putIfAbsent(NaturalKey.folded(entry.key()),
                entry);
        if (first == null) {
            return Optional.empty();
        }
        String other = "the " + entry.resource().naturalKey() + " of " + named(first);
        if (first.key().equals(entry.key())) {
            return Optional.of(Quoted.of(entry.key()) + " is also " + other + "; remove one of them");
        }
        return Optional.of(Quoted.of(entry.key()) + " looks the same as " + Quoted.of(first.key()) + ", " + other + "; rename one of them");
    }

    private static String named(Entry first) {
        String position = first.position().toString();
        String kind = first.resource().kind();
        return position.isEmpty() ? "another " + kind : "the " + kind + " at " + position;
    }
}
