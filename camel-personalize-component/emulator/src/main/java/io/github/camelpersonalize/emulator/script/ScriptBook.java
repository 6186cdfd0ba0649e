// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.emulator.http.Request;

/** The scripts in the order in which they came, and how far each has got. */
public final class ScriptBook {

    private final List<Running> running = new ArrayList<>();

    /**
     * What is to come of a script.
     *
     * @param title which requests it is for
     * @param next what it does to the next of them
     * @param left how many steps it has left
     */
    public record Waiting(String title, String next, int left) {}

    private record Running(Script script, Deque<Step> left) {

        Step next() {
            return left.size() == 1 && script.keepsLast() ? left.peekFirst() : left.removeFirst();
        }
    }

    /** Takes a script in, behind the others. */
    public void add(Script script) {
        running.add(new Running(script, new ArrayDeque<>(script.steps())));
    }

    /** The next step of the first script that the request matches and that has a step left. */
    public Optional<Step> next(Request request) {
        return running.stream().filter(one -> !one.left().isEmpty() && one.script().matches(request)).findFirst().map(Running::next);
    }

    /** How many steps each script has left, by its title; scripts that are through do not show. */
    public Map<String, Integer> left() {
        Map<String, Integer> left = new LinkedHashMap<>();
        running.stream().filter(one -> !one.left().isEmpty())
                .forEach(one -> left.merge(one.script().toString(), one.left().size(), Integer::sum));
        return left;
    }

    /** The scripts that are not through, in the order in which they came. */
    public List<Waiting> waiting() {
        return running.stream().filter(one -> !one.left().isEmpty())
                .map(one -> new Waiting(one.script().toString(), one.left().peekFirst().toString(), one.left().size())).toList();
    }

    /** Forgets all scripts. */
    public void clear() {
        running.clear();
    }
}
