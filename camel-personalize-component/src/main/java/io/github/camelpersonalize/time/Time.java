// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.time;

import java.time.Duration;
import java.time.Instant;

/** Time as the client sees it, so that tests can make it run as they like. Thread-safe. */
public interface Time {

    /** A point of the time that only ever goes on, in nanoseconds; only differences mean something. */
    long nanoTime();

    /** What the calendar says. */
    Instant now();

    /**
     * Waits.
     *
     * @return whether it waited to the end; {@code false} when the component stops or the thread is interrupted, whose flag stays set
     */
    boolean sleep(Duration duration);

    /** Ends all waiting, present and future, until it is started again. */
    default void stop() {}

    /** Lets one wait, as at first. */
    default void start() {}
}
