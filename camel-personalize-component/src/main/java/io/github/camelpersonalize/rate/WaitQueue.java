// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fair queue: the projects in rotation, and within a project first come, first served. The first waiter is notified, and stays the first until
 * it is served or leaves. Thread-safe.
 */
final class WaitQueue {

    /** The next project comes first; each has a waiter. */
    private final Map<String, Deque<Waiter>> projects = new LinkedHashMap<>();

    synchronized Waiter join(String project) {
        Waiter waiter = new Waiter(project);
        projects.computeIfAbsent(project, name -> new ArrayDeque<>()).add(waiter);
        notifyFirst();
        return waiter;
    }

    /** The first waiter got its permit: its project goes to the back. */
    synchronized void served(Waiter waiter) {
        Deque<Waiter> others = projects.remove(waiter.project());
        others.remove(waiter);
        if (!others.isEmpty()) {
            projects.put(waiter.project(), others);
        }
        notifyFirst();
    }

    /** A waiter gave up: the project keeps its place as long as others wait for it. */
    synchronized void left(Waiter waiter) {
        Deque<Waiter> others = projects.get(waiter.project());
        others.remove(waiter);
        if (others.isEmpty()) {
            projects.remove(waiter.project());
        }
        notifyFirst();
    }

    synchronized int size() {
        return projects.values().stream().mapToInt(Deque::size).sum();
    }

    private void notifyFirst() {
        if (!projects.isEmpty()) {
            projects.values().iterator().next().getFirst().becomeFirst();
        }
    }
}
