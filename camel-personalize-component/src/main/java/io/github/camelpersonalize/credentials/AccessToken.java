// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.time.Duration;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.credentials.Credentials.Header;
import io.github.camelpersonalize.time.Time;

/**
 * An access token and its times, which are points of {@link Time#nanoTime()}.
 *
 * @param header with the token
 * @param dueAt when it should be refreshed
 * @param expiresAt when it becomes unusable
 */
record AccessToken(Header header, long dueAt, long expiresAt) {

    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final int MARGIN_SHARE = 10;

    /** By how much the margin may grow, so that many nodes that started together do not refresh their tokens at once. */
    private static final double JITTER = 0.25;

    /**
     * @param requestedAt when the request was sent: the server counts the life from a later point
     * @param life how long it can be used
     */
    static AccessToken of(Header header, long requestedAt, Duration life, RandomGenerator random) {
        long margin = Math.min(MARGIN.toNanos(), life.toNanos() / MARGIN_SHARE);
        long expiresAt = requestedAt + life.toNanos();
        return new AccessToken(header, expiresAt - (long) (margin * (1 + JITTER * random.nextDouble())), expiresAt);
    }

    boolean isDue(long now) {
        return now - dueAt >= 0;
    }

    boolean isExpired(long now) {
        return now - expiresAt >= 0;
    }
}
