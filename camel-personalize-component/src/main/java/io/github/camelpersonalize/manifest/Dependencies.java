// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.manifest.DependencyOrder.Blocked;
import io.github.camelpersonalize.manifest.DependencyOrder.Cycle;

/** The graph of references between entries, by their indexes in the list. It may contain chains of any length, so no method is recursive. */
final class Dependencies {

    private final List<Entry> entries;
    private final List<int[]> dependencies = new ArrayList<>();
    private final List<List<Integer>> dependents = new ArrayList<>();
    private final int[] open;

    Dependencies(Dialect dialect, List<Entry> entries) {
        this.entries = entries;
        Map<Reference, Integer> index = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            index.putIfAbsent(entries.get(i).reference(), i);
            dependents.add(new ArrayList<>());
        }
        for (int i = 0; i < entries.size(); i++) {
            int[] indexes = References.in(dialect, entries.get(i).definition()).stream().map(ReferenceSite::reference)
                    .filter(index::containsKey)
                    .mapToInt(index::get).distinct().toArray();
            dependencies.add(indexes);
            for (int other : indexes) {
                dependents.get(other).add(i);
            }
        }
        open = dependencies.stream().mapToInt(indexes -> indexes.length).toArray();
    }

    DependencyOrder order() {
        List<List<Entry>> levels = levels();
        List<Cycle> cycles = new ArrayList<>();
        List<Blocked> blocked = new ArrayList<>();
        rest(cycles, blocked);
        return new DependencyOrder(List.copyOf(levels), List.copyOf(cycles), List.copyOf(blocked));
    }

    /** Takes repeatedly all entries of the first tier whose dependencies are met. The rest is in a cycle, or depends on one. */
    private List<List<Entry>> levels() {
        List<List<Integer>> ready = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < entries.size(); i++) {
            if (open[i] == 0) {
                ready.get(tier(i)).add(i);
            }
        }
        List<List<Entry>> levels = new ArrayList<>();
        for (List<Integer> first = first(ready); !first.isEmpty(); first = first(ready)) {
            List<Integer> level = new ArrayList<>(first);
            first.clear();
            Collections.sort(level);
            levels.add(level.stream().map(entries::get).toList());
            level.forEach(entry -> release(entry, ready));
        }
        return levels;
    }

    private void release(int entry, List<List<Integer>> ready) {
        for (int dependent : dependents.get(entry)) {
            if (--open[dependent] == 0) {
                ready.get(tier(dependent)).add(dependent);
            }
        }
    }

    private static List<Integer> first(List<List<Integer>> ready) {
        return ready.stream().filter(tier -> !tier.isEmpty()).findFirst().orElse(List.of());
    }

    private int tier(int entry) {
        return switch (entries.get(entry).resource()) {
            case experiences -> 2;
            case audiences -> 1;
            default -> 0;
        };
    }

    /**
     * Finds the cycles. Each remaining entry depends on another remaining one, so a walk along these dependencies ends in a cycle, or at an
     * entry that an earlier walk has visited.
     */
    private void rest(List<Cycle> cycles, List<Blocked> blocked) {
        Cycle[] leadsTo = new Cycle[entries.size()];
        for (int start = 0; start < entries.size(); start++) {
            Set<Integer> path = new LinkedHashSet<>();
            int at = start;
            while (open[at] > 0 && leadsTo[at] == null && path.add(at)) {
                at = next(at);
            }
            if (path.contains(at)) {
                cycles.add(cycle(at));
            }
            Cycle end = path.contains(at) ? cycles.get(cycles.size() - 1) : leadsTo[at];
            path.forEach(entry -> leadsTo[entry] = end);
        }
        Set<Entry> inCycles = Collections.newSetFromMap(new IdentityHashMap<>());
        cycles.forEach(cycle -> inCycles.addAll(cycle.entries()));
        for (int i = 0; i < entries.size(); i++) {
            if (leadsTo[i] != null && !inCycles.contains(entries.get(i))) {
                blocked.add(new Blocked(entries.get(i), leadsTo[i]));
            }
        }
    }

    private int next(int entry) {
        return Arrays.stream(dependencies.get(entry)).filter(other -> open[other] > 0).findFirst().orElseThrow();
    }

    private Cycle cycle(int member) {
        List<Integer> cycle = new ArrayList<>();
        for (int at = member; cycle.isEmpty() || at != member; at = next(at)) {
            cycle.add(at);
        }
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        return new Cycle(cycle.stream().map(entries::get).toList());
    }
}
