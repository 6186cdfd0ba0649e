// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that goes on for a time, such as an outage: told when it begins and when it ends, not for each failure in between. One that begins soon
 * after another was told is told only when it lasts, so that what comes and goes does not fill the log. All points of time are parameters, in
 * nanoseconds of a monotonic clock. Thread-safe.
 */
final class Episode {

    /** From one told begin to the next. */
    static final Duration QUIET = Duration.ofMinutes(1);

    private volatile boolean isOpen;
    private boolean isTold;
    private boolean wasTold;
    private long begun;
    private long lastTold;

    /** It begins, or goes on. Returns whether that is to be told. */
    synchronized boolean goesOn(long now) {
        if (!isOpen) {
            isOpen = true;
            isTold = false;
            begun = now;
        }
        boolean isToBeTold = !isTold && !(wasTold && now - lastTold < QUIET.toNanos());
        if (isToBeTold) {
            isTold = true;
            wasTold = true;
            lastTold = now;
        }
        return isToBeTold;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** It is over, if it was on. Returns how long it was, if its begin was told. */
    Optional<Duration> ends(long now) {
        return isOpen ? close(now) : Optional.empty();
    }

    private synchronized Optional<Duration> close(long now) {
        boolean isToBeTold = isOpen && isTold;
        isOpen = false;
        return isToBeTold ? Optional.of(Duration.ofNanos(now - begun)) : Optional.empty();
    }
}
