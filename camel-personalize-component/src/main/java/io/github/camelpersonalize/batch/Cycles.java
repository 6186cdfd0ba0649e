// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.document.Position;
import io.github.camelpersonalize.manifest.DependencyOrder;
import io.github.camelpersonalize.manifest.Entry;
import io.github.camelpersonalize.outcome.Result;

/**
 * Says of blocked write requests which of them refer to each other in a cycle. None of these can ever be created first, so that they are at fault
 * themselves. Others that refer to one of them wait for it as for anything else that is missing.
 */
final class Cycles {

    private final Map<Entry, Integer> positions = new IdentityHashMap<>();
    private final Dialect dialect;
    private final Result[] results;

    private Cycles(Dialect dialect, Result[] results) {
        this.dialect = dialect;
        this.results = results;
    }

    /**
     * @param blocked the positions of write requests that refer to what does not exist, or delete what is used
     * @param results where the results of those in a cycle go
     */
    static void report(Dialect dialect, List<WriteRequest> requests, List<Integer> blocked, Result[] results) {
        new Cycles(dialect, results).report(requests, blocked);
    }

    private void report(List<WriteRequest> requests, List<Integer> blocked) {
        List<Entry> entries = new ArrayList<>();
        for (int position : blocked) {
            WriteRequest request = requests.get(position);
            if (request.operation() == Operation.upsert && request.body() instanceof ObjectNode definition && request.key().isPresent()) {
                Entry entry = new Entry(request.resource(), request.key().get(), definition, Position.unknown(null));
                entries.add(entry);
                positions.put(entry, position);
            }
        }
        DependencyOrder order = DependencyOrder.of(dialect, entries);
        order.cycles().forEach(cycle -> {
            Result rejected = Result.Failure.of(Problem.rejected("CYCLE", cycle.diagnostic().message()));
            cycle.entries().forEach(entry -> results[positions.get(entry)] = rejected);
        });
        order.blocked().forEach(dependent -> results[positions.get(dependent.entry())] = Result.Failure
                .of(Problem.blocked("UNRESOLVED", "depends on a cycle: " + dependent.by(), List.of())));
    }
}
