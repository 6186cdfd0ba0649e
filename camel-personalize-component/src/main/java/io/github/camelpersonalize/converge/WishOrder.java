// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.converge.manifest.DependencyOrder;
import io.github.camelpersonalize.converge.manifest.Entry;
import io.github.camelpersonalize.converge.manifest.Position;

/** In which order the definitions of a batch are carried out: what others refer to goes first when it is written, and last when it is deleted. */
final class WishOrder {

    private final List<Wish> wishes;
    private final List<List<Integer>> deletions = new ArrayList<>();
    private final List<List<Integer>> ordered = new ArrayList<>();
    private final Map<Entry, List<Integer>> groups = new IdentityHashMap<>();

    /**
     * @param groups the positions of the wishes for each definition, of which the last counts
     * @param results where the fate of wishes is entered that refer to each other in a ring
     */
    WishOrder(List<Wish> wishes, Collection<List<Integer>> groups, Result[] results) {
        this.wishes = wishes;
        List<Entry> entries = new ArrayList<>();
        groups.forEach(group -> sort(group, entries));
        DependencyOrder order = DependencyOrder.of(entries);
        order.levels().forEach(level -> level.forEach(entry -> ordered.add(this.groups.get(entry))));
        order.cycles().forEach(cycle -> cycle.entries().forEach(entry -> block(entry, cycle.fault().message(), results)));
        order.blocked().forEach(blocked -> block(blocked.entry(), "depends on a cycle: " + blocked.by(), results));
        deletions.sort(Comparator.comparing((List<Integer> group) -> last(group).resource()).reversed());
    }

    List<List<Integer>> ordered() {
        List<List<Integer>> all = new ArrayList<>(ordered);
        all.addAll(deletions);
        return all;
    }

    private void sort(List<Integer> group, List<Entry> entries) {
        Wish wish = last(group);
        if (wish.body() instanceof ObjectNode definition && wish.operation() == Operation.upsert && wish.key().isPresent()) {
            Entry entry = new Entry(wish.resource(), wish.key().get(), definition, Position.unknown(null));
            entries.add(entry);
            groups.put(entry, group);
        } else if (wish.operation() == Operation.delete) {
            deletions.add(group);
        } else {
            ordered.add(group);
        }
    }

    private void block(Entry entry, String why, Result[] results) {
        groups.get(entry).forEach(wish -> results[wish] = Result.Failed.blocked("CYCLE", why));
    }

    private Wish last(List<Integer> group) {
        return wishes.get(group.get(group.size() - 1));
    }
}
