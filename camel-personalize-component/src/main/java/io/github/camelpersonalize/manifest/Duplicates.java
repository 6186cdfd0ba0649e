// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.text.Quoted;

/** Finds entries of one kind that people cannot tell apart. */
final class Duplicates {

    private final Map<Resource, Map<String, Entry>> seen = new EnumMap<>(Resource.class);

    /** Why there must not be this entry besides those before it, if there is a reason. */
    Optional<String> violation(Entry entry) {
        Entry first = seen.computeIfAbsent(entry.resource(), resource -> new HashMap<>()).putIfAbsent(NaturalKey.folded(entry.key()),
                entry);
        if (first == null) {
            return Optional.empty();
        }
        String other = "the " + entry.resource().naturalKey() + " of " + (first.position().toString().isEmpty()
                ? "another " + entry.resource().kind()
                : "the " + entry.resource().kind() + " at " + first.position());
        return Optional.of(first.key().equals(entry.key())
                ? Quoted.of(entry.key()) + " is " + other + " too; remove one of them"
                : Quoted.of(entry.key()) + " looks the same as " + Quoted.of(first.key()) + ", " + other + "; rename one of them");
    }
}
