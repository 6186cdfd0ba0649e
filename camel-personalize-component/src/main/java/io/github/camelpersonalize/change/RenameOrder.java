// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelpersonalize.definition.NaturalKey;

/**
 * Puts updates into an order in which a natural key is left before another definition takes it. Where definitions have swapped their keys there is
 * none, and they stay as they come.
 */
final class RenameOrder {

    private final Map<String, Change> byKeyLeft;
    private final Set<Change> visited = new LinkedHashSet<>();
    private final List<Change> ordered = new ArrayList<>();

    private RenameOrder(List<Change> updates) {
        this.byKeyLeft = updates.stream().filter(RenameOrder::isRename)
                .collect(Collectors.toMap(RenameOrder::previousKey, update -> update, (one, other) -> one));
    }

    static List<Change> of(List<Change> updates) {
        RenameOrder order = new RenameOrder(updates);
        updates.forEach(order::add);
        return order.ordered;
    }

    private void add(Change update) {
        if (visited.add(update)) {
            Change holder = update.key().map(byKeyLeft::get).orElse(null);
            if (holder != null) {
                add(holder);
            }
            ordered.add(update);
        }
    }

    private static boolean isRename(Change update) {
        return previousKey(update) != null && !Objects.equals(update.key().orElse(null), previousKey(update));
    }

    private static String previousKey(Change update) {
        return NaturalKey.of(update.resource(), update.previous()).orElse(null);
    }
}
