// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.document.Position;
import io.github.camelpersonalize.manifest.DependencyOrder;
import io.github.camelpersonalize.manifest.Entry;
import io.github.camelpersonalize.outcome.Result;

/** The order in which definitions of a batch are written: what others refer to comes first when it is written, and last when it is deleted. */
final class WriteOrder {

    private final List<WriteRequest> requests;
    private final List<List<Integer>> deletions = new ArrayList<>();
    private final List<List<Integer>> ordered = new ArrayList<>();
    private final Map<Entry, List<Integer>> groups = new IdentityHashMap<>();

    /**
     * @param groups the positions of the write requests for each definition, of which the last counts
     * @param results where the results of write requests go that refer to each other in a ring
     */
    WriteOrder(List<WriteRequest> requests, Collection<List<Integer>> groups, Result[] results) {
        this.requests = requests;
        List<Entry> entries = new ArrayList<>();
        groups.forEach(group -> sort(group, entries));
        DependencyOrder order = DependencyOrder.of(entries);
        order.levels().forEach(level -> level.forEach(entry -> ordered.add(this.groups.get(entry))));
        order.cycles().forEach(cycle -> cycle.entries().forEach(entry -> block(entry, cycle.diagnostic().message(), results)));
        order.blocked().forEach(blocked -> block(blocked.entry(), "depends on a cycle: " + blocked.by(), results));
        deletions.sort(Comparator.comparing((List<Integer> group) -> last(group).resource()).reversed());
    }

    List<List<Integer>> ordered() {
        List<List<Integer>> all = new ArrayList<>(ordered);
        all.addAll(deletions);
        return all;
    }

    private void sort(List<Integer> group, List<Entry> entries) {
        WriteRequest request = last(group);
        if (request.body() instanceof ObjectNode definition && request.operation() == Operation.upsert && request.key().isPresent()) {
            Entry entry = new Entry(request.resource(), request.key().get(), definition, Position.unknown(null));
            entries.add(entry);
            groups.put(entry, group);
        } else if (request.operation() == Operation.delete) {
            deletions.add(group);
        } else {
            ordered.add(group);
        }
    }

    private void block(Entry entry, String why, Result[] results) {
        groups.get(entry).forEach(request -> results[request] = Result.Failure.blocked("CYCLE", why));
    }

    private WriteRequest last(List<Integer> group) {
        return requests.get(group.get(group.size() - 1));
    }
}
