// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.time.Time;

/**
 * The one limit of all requests to an organisation, for the service counts them together. Permits come evenly spaced, never in a burst, at a
 * rate that adapts to what the service bears. Thread-safe.
 * <p>
 * Of all who wait only the first of the line watches the clock; the others wait to become the first. So a permit costs one waking, however
 * many wait, and no lock is held meanwhile.
 */
public final class RateLimiter {

    /** After a refusal nobody sends for a while: long enough to matter to the service, and random so that processes do not return as one. */
    private static final long SHORTEST_PAUSE = 100_000_000L;
    private static final long LONGEST_PAUSE = 400_000_000L;

    private final Time time;
    private final RandomGenerator random;
    private final WaitQueue line = new WaitQueue();
    private final PacedRate paced;

    /**
     * @param ceilingPerSecond the most requests a second, more than 0; how many there are in fact depends on the service
     * @param random           makes the pauses after refusals differ between processes; used by one thread at a time
     */
    public RateLimiter(double ceilingPerSecond, Time time, RandomGenerator random) {
        this.time = time;
        this.random = random;
        this.paced = new PacedRate(ceilingPerSecond, time.nanoTime());
    }

    /**
     * Waits for the next permit, which is for one request. Projects that wait take turns, whatever the number of requests each of them wants
     * to send; within a project it is first come, first served.
     *
     * @param patience how long a {@link #pause} to wait for at most; one that is longer is not worth it
     * @return {@code false} when the pause is too long, the component stops, or the thread is interrupted, whose flag stays set: then
     *         nothing may be sent
     */
    public boolean acquirePermit(String projectUid, Duration maxWait) {
        Waiter turn = line.join(projectUid);
        boolean permitted = false;
        try {
            permitted = turn.awaitFirst() && awaitPermit(maxWait);
        } finally {
            if (permitted) {
                line.served(turn);
            } else {
                line.left(turn);
            }
        }
        return permitted;
    }

    /**
     * The service answered 429 (too many requests).
     *
     * @param retryAfter how long it asks to wait; nobody gets a permit for that long and a little more
     */
    public void refused(Optional<Duration> retryAfter) {
        synchronized (paced) {
            long pause = retryAfter.orElse(Duration.ZERO).toNanos() + random.nextLong(SHORTEST_PAUSE, LONGEST_PAUSE);
            paced.refused(time.nanoTime(), pause);
        }
    }

    /** The service named its limit, in requests a second: it may lower the ceiling, but never raises it above the configured one. */
    public void limit(double perSecond) {
        synchronized (paced) {
            paced.limit(time.nanoTime(), perSecond);
        }
    }

    /** Permits a second at present. */
    public double rate() {
        synchronized (paced) {
            return paced.rate(time.nanoTime());
        }
    }

    /** The most permits a second, as configured or as the service named it, whichever is less. */
    public double ceiling() {
        synchronized (paced) {
            return paced.ceiling();
        }
    }

    /** How many threads wait for a permit. */
    public int waiting() {
        return line.size();
    }

    /** Whether nobody gets a permit at present, because the service refused a request. */
    public boolean isPaused() {
        return !pause().isZero();
    }

    /** How much longer nobody gets a permit, because the service refused a request. */
    public Duration pause() {
        synchronized (paced) {
            return Duration.ofNanos(paced.pause(time.nanoTime()));
        }
    }

    /** Takes a permit without waiting. Returns zero when it did, else how long to wait before it is worth asking again. */
    Duration take() {
        synchronized (paced) {
            return Duration.ofNanos(paced.take(time.nanoTime()));
        }
    }

    /** Asks again after each waiting, as a pause may have begun meanwhile. Not waiting at all still tells whether the component stops. */
    private boolean awaitPermit(Duration maxWait) {
        Duration wait = Duration.ZERO;
        do {
            if (!time.sleep(wait)) {
                return false;
            }
            wait = take();
        } while (!wait.isZero() && pause().compareTo(maxWait) <= 0);
        return wait.isZero();
    }
}
