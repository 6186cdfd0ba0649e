// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.time;

import java.time.Duration;
import java.time.Instant;

/** A clock and a sleep, which tests replace. Thread-safe. */
public interface Time {

    /** A point of a monotonic clock, in nanoseconds; only differences have a meaning. */
    long nanoTime();

    /** The wall-clock time. */
    Instant now();

    /**
     * Sleeps.
     *
     * @return whether it slept to the end; {@code false} when the component stops or the thread is interrupted, whose flag stays set
     */
    boolean sleep(Duration duration);

    /** Whether all sleeps end at once, because the component stops. */
    default boolean isStopped() {
        return false;
    }

    /** Ends all sleeps, present and future, until it is started again. */
    default void stop() {}

    /** Allows sleeps again. */
    default void start() {}
}
