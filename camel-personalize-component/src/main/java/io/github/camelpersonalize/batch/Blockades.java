// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.batch.WriteRuns.Subject;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.document.Position;
import io.github.camelpersonalize.manifest.DependencyOrder;
import io.github.camelpersonalize.manifest.Entry;
import io.github.camelpersonalize.outcome.Result;

/**
 * How blocked write requests refer to each other: in which order they can succeed, and which of them do so in a cycle. None of these can ever be created
 * first, so that they are at fault themselves. Others that refer to one of them wait for it as for anything else that is missing.
 */
final class Blockades {

    private final IdentityHashMap<Entry, Integer> positions = new IdentityHashMap<>();
    private final DependencyOrder order;

    private Blockades(Dialect dialect, List<WriteRequest> requests, List<Integer> blocked) {
        List<Entry> entries = new ArrayList<>();
        for (int position : blocked) {
            WriteRequest request = requests.get(position);
            if (request.operation() == Operation.upsert && request.body() instanceof ObjectNode definition && request.key().isPresent()) {
                Entry entry = new Entry(request.resource(), request.key().get(), definition, Position.unknown(null));
                entries.add(entry);
                positions.put(entry, position);
            }
        }
        order = DependencyOrder.of(dialect, entries);
    }

    /**
     * The positions of blocked write requests, each after those that it refers to, so that one round is enough for a chain of any length. Where some
     * delete, or are about one definition, their order has a meaning, and stays.
     *
     * @param blocked the positions of write requests that refer to what does not exist, or delete what is used
     */
    static List<Integer> inOrder(Dialect dialect, List<WriteRequest> requests, List<Integer> blocked) {
        Set<Subject> subjects = new HashSet<>();
        blocked.forEach(position -> subjects.add(Subject.of(requests.get(position))));
        Blockades blockades = new Blockades(dialect, requests, blocked);
        boolean isFree = blockades.positions.size() == blocked.size() && subjects.size() == blocked.size();
        return isFree ? blockades.inOrder() : blocked;
    }

    private List<Integer> inOrder() {
        List<Entry> ordered = new ArrayList<>();
        order.levels().forEach(ordered::addAll);
        order.cycles().forEach(cycle -> ordered.addAll(cycle.entries()));
        order.blocked().forEach(dependent -> ordered.add(dependent.entry()));
        return ordered.stream().map(this::position).toList();
    }

    private int position(Entry entry) {
        return Objects.requireNonNull(positions.get(entry), entry::toString);
    }

    /**
     * Reports what can never succeed.
     *
     * @param blocked the positions of write requests that refer to what does not exist, or delete what is used
     * @param results where the results of those in a cycle go
     */
    static void report(Dialect dialect, List<WriteRequest> requests, List<Integer> blocked, Result[] results) {
        new Blockades(dialect, requests, blocked).report(results);
    }

    private void report(Result[] results) {
        order.cycles().forEach(cycle -> {
            Result rejected = Result.Failure.of(Problem.rejected("CYCLE", cycle.diagnostic().message()));
            cycle.entries().forEach(entry -> results[position(entry)] = rejected);
        });
        order.blocked().forEach(dependent -> results[position(dependent.entry())] = Result.Failure
                .of(Problem.blocked("UNRESOLVED", "depends on a cycle: " + dependent.by(), List.of())));
    }
}
