// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many requests within any second, for the whole organisation. What is turned away does not count. */
public final class RateLimit {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final int perSecond;
    private final Clock clock;
    private final Deque<Instant> admitted = new ArrayDeque<>();

    /**
     * A limit of which nothing is used yet.
     *
     * @param perSecond
     *            0 for no limit
     * @param clock
     *            the time
     */
    public RateLimit(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether another request may come in; if so, it counts. */
    public boolean admits() {
        if (perSecond > 0 && used() >= perSecond) {
            return false;
        }
        admitted.addLast(clock.instant());
        return true;
    }

    /** How many requests the last second saw. */
    public int used() {
        Instant start = clock.instant().minus(WINDOW);
        while (!admitted.isEmpty() && !admitted.peekFirst().isAfter(start)) {
            admitted.removeFirst();
        }
        return admitted.size();
    }

    /** How many requests a second may have, 0 when that does not matter. */
    public int perSecond() {
        return perSecond;
    }

    /** Starts anew. */
    public void clear() {
        admitted.clear();
    }
}
