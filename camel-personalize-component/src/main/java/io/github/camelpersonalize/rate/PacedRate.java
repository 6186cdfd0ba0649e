// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

/**
 * The arithmetic of the limiter: how fast requests may go, and when the next one may. It has no clock, no threads and no chance in it: all
 * points of time are parameters, in nanoseconds of a time that only goes on. Not thread-safe.
 * <p>
 * The rate begins low and climbs quickly until the service refuses for the first time. That refusal says that there are others, or that the
 * limit is lower than configured; from then on the rate climbs slowly and gives way a little at each refusal. So several processes leave
 * room for each other, though none knows of the others. Time counts from the first permit on.
 */
final class PacedRate {

    private static final double START = 0.25;
    private static final double RAMP = 1.35;
    private static final double GROWTH = 0.003;
    private static final double STEP = 0.002;
    private static final double CUT = 0.88;

    /** Refusals that arrive together tell of one excess, not of many. */
    private static final long BETWEEN_CUTS = 500_000_000L;

    /** A service that names an absurdly low limit must not silence the component: one request in ten seconds always goes. */
    private static final double LEAST_REPORTED_LIMIT = 0.1;

    private static final double SECOND = 1e9;

    private final double configured;
    private double ceiling;
    private double rate;
    private boolean ramping = true;
    private boolean used;
    private long updated;
    private long lastPermit;
    private boolean cut;
    private long lastCut;
    private long pausedUntil;

    PacedRate(double ceiling, long now) {
        if (!(ceiling > 0 && ceiling < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The number of requests a second must be more than 0, but is " + ceiling);
        }
        this.configured = ceiling;
        this.ceiling = ceiling;
        this.rate = ceiling * START;
        this.pausedUntil = now;
    }

    /** Takes the next permit when it is due. Returns 0 when it did, else the nanoseconds until it is worth asking again. */
    long take(long now) {
        long wait = Math.max(untilDue(now), pausedUntil - now);
        if (wait > 0) {
            return wait;
        }
        advance(now);
        used = true;
        lastPermit = now;
        return 0;
    }

    /** A refusal: nobody gets a permit for so long, and afterwards they come more slowly. */
    void refused(long now, long pause) {
        if (now + pause - pausedUntil > 0) {
            pausedUntil = now + pause;
        }
        if (!cut || now - lastCut >= BETWEEN_CUTS) {
            advance(now);
            rate *= CUT;
            lastCut = now;
            cut = true;
            ramping = false;
        }
    }

    /** The limit the service names. What makes no sense as a limit is ignored. */
    void limit(long now, double perSecond) {
        if (perSecond > 0) {
            advance(now);
            ceiling = Math.min(configured, Math.max(perSecond, LEAST_REPORTED_LIMIT));
            rate = Math.min(rate, ceiling);
        }
    }

    /** Permits a second. However often it is asked in between, the same rate results. */
    double rate(long now) {
        double seconds = used ? (now - updated) / SECOND : 0;
        double grown = ramping
                ? rate * Math.pow(RAMP, seconds)
                : (rate + STEP / GROWTH) * Math.pow(1 + GROWTH, seconds) - STEP / GROWTH;
        return Math.min(grown, ceiling);
    }

    double ceiling() {
        return ceiling;
    }

    /** How many nanoseconds it is until anybody gets a permit again after a refusal. */
    long pause(long now) {
        return Math.max(0, pausedUntil - now);
    }

    private void advance(long now) {
        rate = rate(now);
        updated = now;
    }

    /** One interval after the last permit: time that nobody used is gone. */
    private long untilDue(long now) {
        return used ? lastPermit - now + (long) Math.ceil(SECOND / rate(now)) : 0;
    }
}
