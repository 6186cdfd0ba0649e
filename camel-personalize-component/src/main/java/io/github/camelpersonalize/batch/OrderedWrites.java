// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.WriteRuns.Subject;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.Result;

/**
 * Executes the write requests of one batch so that it ends as if each had been sent on its own, in their order: a kind after the other, and a run of
 * write requests by its last one. What another definition blocks is executed again at the end: a write request after it may have created what it
 * refers to, or changed what uses it.
 */
final class OrderedWrites {

    private final Dialect dialect;
    private final List<WriteRequest> requests;
    private final Result[] results;
    private final List<Integer> order;
    private final WriteRuns runs;
    private final RunWriter writer;
    private final Map<Subject, Integer> lastDone = new HashMap<>();

    /**
     * @param firsts for each of them the position of the first that is the same
     * @param results the results of those that are not executed, {@code null} for the others
     */
    OrderedWrites(Dialect dialect, List<WriteRequest> requests, int[] firsts, Result[] results, Overwriting overwriting,
            WriteExecutor executor, VersionGuard versions) {
        this.dialect = dialect;
        this.requests = requests;
        this.results = results;
        this.order = order(requests, firsts, results);
        this.runs = new WriteRuns(requests, firsts, order, overwriting);
        this.writer = new RunWriter(requests, firsts, results, executor, versions);
    }

    /** A kind after the other. */
    private static List<Integer> order(List<WriteRequest> requests, int[] firsts, Result[] results) {
        Map<Resource, List<Integer>> kinds = new EnumMap<>(Resource.class);
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                kinds.computeIfAbsent(requests.get(firsts[i]).resource(), kind -> new ArrayList<>()).add(i);
            }
        }
        List<Integer> order = new ArrayList<>(results.length);
        kinds.values().forEach(order::addAll);
        return order;
    }

    /**
     * @param progress is told of each write request that has ended, in order
     */
    void execute(Progress progress) {
        int done = 0;
        for (int i : order) {
            done++;
            if (results[i] == null) {
                writer.write(i, runs.of(i));
                progress.ended(results[i], done, order.size());
            } else {
                progress.endedAlong(results[i], done, order.size());
            }
        }
        List<Integer> open = stillBlocked(order);
        if (!open.isEmpty()) {
            order.forEach(this::note);
            executeBlocked(Blockades.inOrder(dialect, requests, open));
        }
    }

    private void executeBlocked(List<Integer> inOrder) {
        List<Integer> blocked = inOrder;
        while (executeAgain(blocked)) {
            blocked = stillBlocked(blocked);
        }
        blocked.forEach(this::supersede);
        Blockades.report(dialect, requests, stillBlocked(blocked), results);
    }

    private List<Integer> stillBlocked(List<Integer> positions) {
        List<Integer> blocked = new ArrayList<>();
        for (Integer i : positions) {
            if (RunWriter.isBlocked(results[i])) {
                blocked.add(i);
            }
        }
        return blocked;
    }

    /** Returns whether any of them succeeds now. What is done for the same definition after it stays. */
    private boolean executeAgain(List<Integer> blocked) {
        boolean progress = false;
        for (int i : blocked) {
            if (!writer.hasStopped() && lastDone.getOrDefault(Subject.of(requests.get(i)), -1) < i) {
                results[i] = null;
                writer.write(i, List.of(i));
                progress |= note(i);
            }
        }
        return progress;
    }

    private boolean note(int position) {
        boolean isDone = results[position] instanceof Result.Success;
        if (isDone) {
            lastDone.merge(Subject.of(requests.get(position)), position, Math::max);
        }
        return isDone;
    }

    /** What is still blocked need not be written any more where a later one of its run was. */
    private void supersede(int position) {
        runs.of(position).stream().filter(later -> later > position && results[later] instanceof Result.Success)
                .reduce((one, other) -> other)
                .ifPresent(later -> results[position] = RunWriter.superseded(results[later], requests.get(later)));
    }
}
