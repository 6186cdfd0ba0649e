// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how long a call is attempted.
 *
 * @param maxRetries attempts after the first
 * @param timeout from the first attempt to the last; a wait that would end later is not begun
 */
public record RetryPolicy(int maxRetries, Duration timeout) {

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(250);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(20);

    /** Full jitter: any time up to a ceiling that doubles with each retry, so that clients that failed together do not return together. */
    static Duration backoff(int retry, RandomGenerator random) {
        long ceiling = Math.min(MAX_BACKOFF.toMillis(), FIRST_BACKOFF.toMillis() << Math.min(retry, 20));
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }

    /** What the server asked for, and a little more, so that clients with the same response do not return together. */
    static Duration afterAsked(Duration asked, RandomGenerator random) {
        return asked.plusMillis(random.nextLong(FIRST_BACKOFF.toMillis() + 1));
    }
}
