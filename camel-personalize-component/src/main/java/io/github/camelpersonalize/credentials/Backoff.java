// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.time.Duration;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * The time without requests after a failure: 1 s, doubled with each further failure up to 30 s, plus jitter.
 *
 * @param cause the last failure, or {@code null}
 * @param failures in a row
 * @param until a point of {@code nanoTime}
 */
record Backoff(@Nullable CredentialsException cause, int failures, long until) {

    static final Backoff NONE = new Backoff(null, 0, 0);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 10;
    private static final double JITTER = 0.25;

    Backoff after(CredentialsException failure, long now, RandomGenerator random) {
        long pause = Math.min(FIRST.toNanos() << Math.min(failures, MAX_DOUBLINGS), LONGEST.toNanos());
        return new Backoff(failure, failures + 1, now + (long) (pause * (1 + JITTER * random.nextDouble())));
    }

    boolean lasts(long now) {
        return cause != null && now - until < 0;
    }

    /**
     * @throws CredentialsException the last one again, while the backoff lasts
     */
    void check(long now) throws CredentialsException {
        if (cause != null && lasts(now)) {
            throw TokenFetch.again(cause);
        }
    }
}
