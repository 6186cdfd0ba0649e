// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

/**
 * The arithmetic of the rate limiter: the present rate, and when the next permit is due. All points of time are parameters, in nanoseconds of a
 * monotonic clock. Not thread-safe.
 * <p>
 * The rate begins low and climbs quickly until the first 429, which says that there are other clients, or that the limit is lower than
 * configured. From then on the rate climbs slowly, and falls a little at each 429. So several processes share the limit, though none knows of
 * the others. Time counts from the first permit on.
 * <p>
 * Two bounds hold, and the lesser counts: what was asked for, which is the least of all who share the rate, and the limit that the service has named
 * last, for as long as it is known to be so.
 */
final class PacedRate {

    private static final double RAMP = 1.35;
    private static final double GROWTH = 0.003;
    private static final double STEP = 0.002;
    private static final double CUT = 0.88;

    /** Responses 429 that arrive together report one excess, not many. */
    private static final long BETWEEN_CUTS = 500_000_000L;

    /** An absurdly low limit in a response must not stop the component: one request in ten seconds is always sent. */
    private static final double LEAST_REPORTED_LIMIT = 0.1;

    private static final double SECOND = 1e9;

    /** A limit that no response has named for so long is forgotten: a proxy may have named it, or the service may have raised it. */
    private static final long NAMED_FOR = 60_000_000_000L;

    private double asked;
    private double named = Double.POSITIVE_INFINITY;
    private long namedUntil;
    private double rate;
    private boolean ramping = true;
    private boolean used;
    private long updated;
    private long lastPermit;
    private boolean cut;
    private long lastCut;
    private long pausedUntil;

    PacedRate(Pace pace, long now) {
        this.asked = pace.most();
        this.rate = Math.min(pace.start(), asked);
        this.updated = now;
        this.pausedUntil = now;
    }

    /** Takes the next permit when it is due. Returns 0 when it did, else the nanoseconds until the next attempt. */
    long take(long now) {
        double present = rate(now);
        long wait = Math.max(untilDue(now, present), pausedUntil - now);
        if (wait > 0) {
            return wait;
        }
        rate = present;
        updated = now;
        used = true;
        lastPermit = now;
        return 0;
    }

    /** The service responded with 429: no permits during the pause, and fewer afterwards. */
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

    /** Somebody else shares the rate: the least that anybody asks for counts, and before the first permit the least start. */
    void share(long now, Pace pace) {
        advance(now);
        asked = Math.min(asked, pace.most());
        rate = Math.min(rate, used ? asked : Math.min(pace.start(), asked));
    }

    /** The limit in a response, which counts for a minute; one that is not positive is ignored. */
    void limit(long now, double perSecond) {
        if (perSecond > 0) {
            advance(now);
            named = Math.max(perSecond, LEAST_REPORTED_LIMIT);
            namedUntil = now + NAMED_FOR;
            rate = Math.min(rate, ceiling(now));
        }
    }

    /** Permits a second. Calls in between do not change the result. */
    double rate(long now) {
        if (!isNamed(updated) || isNamed(now)) {
            return Math.min(grown(rate, updated, now), ceiling(now));
        }
        double then = Math.min(grown(rate, updated, namedUntil), Math.min(asked, named));
        return Math.min(grown(then, namedUntil, now), asked);
    }

    private double grown(double from, long since, long now) {
        double seconds = used ? (now - since) / SECOND : 0;
        return ramping ? from * Math.pow(RAMP, seconds) : (from + STEP / GROWTH) * Math.pow(1 + GROWTH, seconds) - STEP / GROWTH;
    }

    double ceiling(long now) {
        return isNamed(now) ? Math.min(asked, named) : asked;
    }

    private boolean isNamed(long now) {
        return named < Double.POSITIVE_INFINITY && now - namedUntil < 0;
    }

    /** The nanoseconds until the pause after a 429 ends. */
    long pause(long now) {
        return Math.max(0, pausedUntil - now);
    }

    private void advance(long now) {
        rate = rate(now);
        updated = now;
    }

    /** One interval after the last permit: unused permits are lost. */
    private long untilDue(long now, double present) {
        return used ? lastPermit - now + (long) Math.ceil(SECOND / present) : 0;
    }
}
