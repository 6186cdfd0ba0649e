// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who waits, in the order in which they will be served: the projects one after the other, and within a project who came first. Whoever
 * becomes the first of the line stays it until served or gone, and is told so. Thread-safe.
 */
final class WaitQueue {

    /** The project whose turn it is comes first; none is without a waiter. */
    private final Map<String, Deque<Waiter>> projects = new LinkedHashMap<>();

    synchronized Waiter join(String project) {
        Waiter turn = new Waiter(project);
        projects.computeIfAbsent(project, name -> new ArrayDeque<>()).add(turn);
        tellFirst();
        return turn;
    }

    /** The first of the line had its turn: its project goes to the back. */
    synchronized void served(Waiter turn) {
        Deque<Waiter> others = projects.remove(turn.project());
        others.remove(turn);
        if (!others.isEmpty()) {
            projects.put(turn.project(), others);
        }
        tellFirst();
    }

    /** Somebody gave up: the project keeps its place as long as others wait for it. */
    synchronized void left(Waiter turn) {
        Deque<Waiter> others = projects.get(turn.project());
        others.remove(turn);
        if (others.isEmpty()) {
            projects.remove(turn.project());
        }
        tellFirst();
    }

    synchronized int size() {
        return projects.values().stream().mapToInt(Deque::size).sum();
    }

    private void tellFirst() {
        if (!projects.isEmpty()) {
            projects.values().iterator().next().getFirst().becomeFirst();
        }
    }
}
