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
     * @return whether it slept to the end; {@code false} when the work is to end
     */
    boolean sleep(Duration duration, StopSignal stop);
}
