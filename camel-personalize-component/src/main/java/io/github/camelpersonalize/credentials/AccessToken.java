// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.time.Duration;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.credentials.Credentials.Header;
import io.github.camelpersonalize.time.Time;

/**
 * An access token, as it is sent, and its times; they are points of {@link Time#nanoTime()}.
 *
 * @param header with the token
 * @param dueAt from when on it should be replaced
 * @param expiresAt from when on it cannot be used
 */
record AccessToken(Header header, long dueAt, long expiresAt) {

    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final int MARGIN_SHARE = 10;

    /** By how much the margin may grow, so that the tokens of many nodes that started together are not all replaced at once. */
    private static final double JITTER = 0.25;

    /**
     * @param asked when the request was sent: the life begins no earlier on the server's side
     * @param life how long it can be used
     */
    static AccessToken of(Header header, long asked, Duration life, RandomGenerator random) {
        long margin = Math.min(MARGIN.toNanos(), life.toNanos() / MARGIN_SHARE);
        long expiresAt = asked + life.toNanos();
        return new AccessToken(header, expiresAt - (long) (margin * (1 + JITTER * random.nextDouble())), expiresAt);
    }

    boolean isDue(long now) {
        return now - dueAt >= 0;
    }

    boolean isExpired(long now) {
        return now - expiresAt >= 0;
    }
}
