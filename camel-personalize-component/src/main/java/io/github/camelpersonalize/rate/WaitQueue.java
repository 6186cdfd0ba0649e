// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/**
 * A fair queue: the lanes in rotation, within a lane the projects in rotation, and within a project first come, first served. The first waiter is
 * notified, and stays the first until it is served or leaves. Thread-safe.
 */
final class WaitQueue {

    /** The next lane comes first, and in a lane the next project; each has a waiter. */
    private final Map<Object, Map<String, Deque<Waiter>>> lanes = new LinkedHashMap<>();

    /**
     * @param maxWait for how long a pause it waits
     */
    synchronized Waiter join(Lane lane, Duration maxWait) {
        Waiter waiter = new Waiter(lane, maxWait);
        lanes.computeIfAbsent(lane.id(), id -> new LinkedHashMap<>()).computeIfAbsent(lane.projectUid(), name -> new ArrayDeque<>())
                .add(waiter);
        notifyFirst();
        return waiter;
    }

    /** The first waiter got its permit: its lane, and its project in the lane, goes to the back. */
    synchronized void served(Waiter waiter) {
        Map<String, Deque<Waiter>> projects = requireNonNull(lanes.remove(waiter.lane().id()));
        Deque<Waiter> others = requireNonNull(projects.remove(waiter.lane().projectUid()));
        others.remove(waiter);
        if (!others.isEmpty()) {
            projects.put(waiter.lane().projectUid(), others);
        }
        if (!projects.isEmpty()) {
            lanes.put(waiter.lane().id(), projects);
        }
        notifyFirst();
    }

    /** A waiter gave up: the project keeps its place as long as others wait for it. */
    synchronized void left(Waiter waiter) {
        Map<String, Deque<Waiter>> projects = requireNonNull(lanes.get(waiter.lane().id()));
        Deque<Waiter> others = requireNonNull(projects.get(waiter.lane().projectUid()));
        others.remove(waiter);
        if (others.isEmpty()) {
            projects.remove(waiter.lane().projectUid());
        }
        if (projects.isEmpty()) {
            lanes.remove(waiter.lane().id());
        }
        notifyFirst();
    }

    /** A pause has begun: those for whom it is too long wait no more, wherever they stand. */
    synchronized void turnAway(Duration pause) {
        lanes.values().stream().flatMap(projects -> projects.values().stream()).flatMap(Deque::stream)
                .filter(waiter -> waiter.maxWait().compareTo(pause) < 0).forEach(Waiter::turnAway);
    }

    synchronized boolean isEmpty() {
        return lanes.isEmpty();
    }

    synchronized int size() {
        return lanes.values().stream().flatMap(projects -> projects.values().stream()).mapToInt(Deque::size).sum();
    }

    private void notifyFirst() {
        if (!lanes.isEmpty()) {
            lanes.values().iterator().next().values().iterator().next().getFirst().becomeFirst();
        }
    }
}
