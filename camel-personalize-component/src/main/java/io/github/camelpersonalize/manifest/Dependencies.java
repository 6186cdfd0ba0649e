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

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.manifest.DependencyOrder.Blocked;
import io.github.camelpersonalize.manifest.DependencyOrder.Cycle;

/** The graph of who names whom, by the positions of entries in their list. It may be a chain of any length, so that nothing here recurs. */
final class Dependencies {

    private final List<Entry> entries;
    private final List<int[]> needs = new ArrayList<>();
    private final List<List<Integer>> users = new ArrayList<>();
    private final int[] open;

    Dependencies(List<Entry> entries) {
        this.entries = entries;
        Map<Reference, Integer> index = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            index.putIfAbsent(entries.get(i).reference(), i);
            users.add(new ArrayList<>());
        }
        for (int i = 0; i < entries.size(); i++) {
            int[] needed = References.in(entries.get(i).definition()).stream().map(ReferenceSite::reference).filter(index::containsKey)
                    .mapToInt(index::get).distinct().toArray();
            needs.add(needed);
            for (int other : needed) {
                users.get(other).add(i);
            }
        }
        open = needs.stream().mapToInt(needed -> needed.length).toArray();
    }

    DependencyOrder order() {
        List<List<Entry>> levels = levels();
        List<Cycle> cycles = new ArrayList<>();
        List<Blocked> blocked = new ArrayList<>();
        rest(cycles, blocked);
        return new DependencyOrder(List.copyOf(levels), List.copyOf(cycles), List.copyOf(blocked));
    }

    /** Takes, again and again, all entries of the first tier whose needs are met. What is left is on a cycle, or depends on one. */
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
            level.forEach(made -> release(made, ready));
        }
        return levels;
    }

    private void release(int made, List<List<Integer>> ready) {
        for (int user : users.get(made)) {
            if (--open[user] == 0) {
                ready.get(tier(user)).add(user);
            }
        }
    }

    private static List<Integer> first(List<List<Integer>> ready) {
        return ready.stream().filter(tier -> !tier.isEmpty()).findFirst().orElse(List.of());
    }

    private int tier(int entry) {
        Resource resource = entries.get(entry).resource();
        return resource == Resource.experiences ? 2 : resource == Resource.audiences ? 1 : 0;
    }

    /**
     * Each entry that is left needs another one that is left: following these leads into a cycle, from wherever one starts. A walk ends
     * where it, or an earlier one, has been.
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
                cycles.add(ring(at));
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
        return Arrays.stream(needs.get(entry)).filter(other -> open[other] > 0).findFirst().orElseThrow();
    }

    private Cycle ring(int member) {
        List<Integer> ring = new ArrayList<>();
        for (int at = member; ring.isEmpty() || at != member; at = next(at)) {
            ring.add(at);
        }
        Collections.rotate(ring, -ring.indexOf(Collections.min(ring)));
        return new Cycle(ring.stream().map(entries::get).toList());
    }
}
