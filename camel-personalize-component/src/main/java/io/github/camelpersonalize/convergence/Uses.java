// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.camelpersonalize.convergence.Pruning.User;
import io.github.camelpersonalize.project.Referrers.Mention;

/**
 * Which of the definitions that may be deleted are used, and by what: the order in which they can go, each after all that use it. They go by their
 * positions. Chains of any length are possible, so no method is recursive.
 */
final class Uses {

    private final List<User> candidates;

    /** What each candidate uses, itself apart. */
    private final List<Set<Integer>> used = new ArrayList<>();

    /** The candidates that use a candidate, in order. */
    private final List<List<Integer>> users = new ArrayList<>();

    /** What stays and uses a candidate. */
    private final List<List<String>> holders = new ArrayList<>();

    private final List<Integer> free = new ArrayList<>();
    private final Map<Integer, List<String>> kept = new TreeMap<>();

    /**
     * @param mentions how each candidate is mentioned
     * @param staying what is not deleted
     * @param candidates what each candidate uses
     */
    Uses(List<Mention> mentions, List<User> staying, List<User> candidates) {
        this.candidates = candidates;
        candidates.forEach(candidate -> {
            users.add(new ArrayList<>());
            holders.add(new ArrayList<>());
        });
        Mentions index = new Mentions(mentions);
        staying.forEach(user -> index.in(user.texts()).forEach(candidate -> holders.get(candidate).add(user.name())));
        for (int i = 0; i < candidates.size(); i++) {
            Set<Integer> mentioned = index.in(candidates.get(i).texts());
            mentioned.remove(i);
            used.add(mentioned);
            for (int candidate : mentioned) {
                users.get(candidate).add(i);
            }
        }
        order();
    }

    /** Those that can be deleted, in the order in which they can. */
    List<Integer> free() {
        return free;
    }

    /** The others, each with the names of what uses it and is not deleted. */
    Map<Integer, List<String>> kept() {
        return kept;
    }

    private void order() {
        int[] open = new int[candidates.size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = users.get(i).size() + holders.get(i).size();
        }
        List<Integer> level = new ArrayList<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] == 0) {
                level.add(i);
            }
        }
        while (!level.isEmpty()) {
            free.addAll(level);
            level = released(level, open);
        }
        keepOthers();
    }

    private List<Integer> released(List<Integer> level, int[] open) {
        return level.stream().flatMap(gone -> used.get(gone).stream()).filter(candidate -> --open[candidate] == 0).sorted().toList();
    }

    private void keepOthers() {
        boolean[] isGone = new boolean[candidates.size()];
        free.forEach(position -> isGone[position] = true);
        for (int i = 0; i < isGone.length; i++) {
            if (!isGone[i]) {
                List<String> names = new ArrayList<>(holders.get(i));
                users.get(i).stream().filter(user -> !isGone[user]).map(user -> candidates.get(user).name()).forEach(names::add);
                kept.put(i, names);
            }
        }
    }
}
