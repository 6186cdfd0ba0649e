// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelpersonalize.definition.NaturalKey;

/**
 * Puts updates into an order in which a natural key is left before another definition takes it. Where definitions have swapped their keys there is
 * none, and they stay as they come.
 */
final class RenameOrder {

    private final Map<String, Change> byKeyLeft = new HashMap<>();
    private final Set<Change> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Change> ordered = new ArrayList<>();

    private RenameOrder(List<Change> updates) {
        updates.forEach(update -> keyLeft(update).ifPresent(key -> byKeyLeft.putIfAbsent(key, update)));
    }

    static List<Change> of(List<Change> updates) {
        RenameOrder order = new RenameOrder(updates);
        updates.forEach(order::add);
        return order.ordered;
    }

    /** An update goes after the one that leaves the key which it takes, and that one after the one before it. Chains may be of any length. */
    private void add(Change update) {
        Deque<Change> chain = new ArrayDeque<>();
        Change next = update;
        while (next != null && visited.add(next)) {
            chain.push(next);
            next = next.key().map(byKeyLeft::get).orElse(null);
        }
        ordered.addAll(chain);
    }

    /** The key that a definition had and has no longer. */
    private static Optional<String> keyLeft(Change update) {
        return Optional.ofNullable(update.previous()).flatMap(before -> NaturalKey.of(update.resource(), before))
                .filter(key -> !update.key().equals(Optional.of(key)));
    }
}
