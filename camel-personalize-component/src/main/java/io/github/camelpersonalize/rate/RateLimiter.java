// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.Time;

/**
 * The rate limiter of all requests to an organization, which the service counts together. Permits are evenly spaced, never in a burst, at a
 * rate that adapts to the responses of the service. Thread-safe.
 * <p>
 * Where nobody waits and a permit is due, it is taken at once. Only the first waiter of the queue sleeps until the next permit; the others wait to become the first. So a permit wakes one thread, however
 * many wait, and no lock is held meanwhile.
 */
public final class RateLimiter {

    /** The pause after a 429: long enough to matter to the service, and random, so that processes do not return together. */
    private static final long SHORTEST_PAUSE = 100_000_000L;
    private static final long LONGEST_PAUSE = 400_000_000L;

    private final Time time;
    private final RandomGenerator random;
    private final WaitQueue queue = new WaitQueue();
    private final PacedRate paced;

    /**
     * @param pace how fast it may be; the actual rate depends on the service
     * @param random           makes the pauses after a 429 differ between processes; used by one thread at a time
     */
    public RateLimiter(Pace pace, Time time, RandomGenerator random) {
        this.time = time;
        this.random = random;
        this.paced = new PacedRate(pace, time.nanoTime());
    }

    /**
     * Waits for the next permit, which is for one request. Lanes are served in rotation, whatever the number of their requests, and so are the
     * projects within a lane; within a project it is first come, first served.
     *
     * @param maxWait the longest {@link #pause} to wait for, wherever in the queue; the wait in the queue is not limited
     * @param stop of the work that needs the permit
     * @return {@code false} when the pause is longer, or the work is to end: then nothing may be sent
     */
    public boolean acquirePermit(Lane lane, Duration maxWait, StopSignal stop) {
        boolean isFree = queue.isEmpty() && !stop.isStopped() && take().isZero();
        return isFree || awaitTurn(lane, maxWait, stop);
    }

    private boolean awaitTurn(Lane lane, Duration maxWait, StopSignal stop) {
        Waiter waiter = queue.join(lane, maxWait);
        boolean permitted = false;
        try {
            permitted = isWorthWaiting(maxWait) && waiter.awaitFirst(stop) && awaitPermit(maxWait, stop);
        } finally {
            if (permitted) {
                queue.served(waiter);
            } else {
                queue.left(waiter);
            }
        }
        return permitted;
    }

    /**
     * The service responded with 429 (Too Many Requests).
     *
     * @param retryAfter how long it asks to wait; there are no permits for that time and a little more
     */
    public void refused(Optional<Duration> retryAfter) {
        synchronized (paced) {
            long pause = retryAfter.orElse(Duration.ZERO).toNanos() + random.nextLong(SHORTEST_PAUSE, LONGEST_PAUSE);
            paced.refused(time.nanoTime(), pause);
        }
        queue.turnAway(pause());
    }

    /** Another endpoint shares the limiter: the lowest pace of all counts, whichever comes last. */
    public void share(Pace pace) {
        synchronized (paced) {
            paced.share(time.nanoTime(), pace);
        }
    }

    /**
     * A response named the limit, in requests a second. It counts for a minute, or until the next response that names one: it may lower the ceiling, but
     * never raises it above what was asked for.
     */
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

    /** The most permits a second: what was asked for or the limit in responses, whichever is less. */
    public double ceiling() {
        synchronized (paced) {
            return paced.ceiling(time.nanoTime());
        }
    }

    /** How many threads wait for a permit. */
    public int waiting() {
        return queue.size();
    }

    /** Whether there are no permits at present, after a 429. */
    public boolean isPaused() {
        return !pause().isZero();
    }

    /** How much longer there are no permits, after a 429. */
    public Duration pause() {
        synchronized (paced) {
            return Duration.ofNanos(paced.pause(time.nanoTime()));
        }
    }

    /** Takes a permit without waiting. Returns zero when it did, else how long to wait before the next attempt. */
    Duration take() {
        synchronized (paced) {
            return Duration.ofNanos(paced.take(time.nanoTime()));
        }
    }

    /** Tries again after each wait, because a pause may have begun meanwhile. A wait of zero still returns whether the work is to end. */
    private boolean awaitPermit(Duration maxWait, StopSignal stop) {
        Duration wait = Duration.ZERO;
        do {
            if (!time.sleep(wait, stop)) {
                return false;
            }
            wait = take();
        } while (!wait.isZero() && isWorthWaiting(maxWait));
        return wait.isZero();
    }

    private boolean isWorthWaiting(Duration maxWait) {
        return pause().compareTo(maxWait) <= 0;
    }
}
