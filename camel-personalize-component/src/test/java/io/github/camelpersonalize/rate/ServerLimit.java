// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** The ways in which services count, here to ten requests a second. Refused requests do not count. */
enum ServerLimit {

    FIXED_WINDOW(FixedWindow::new), TOKEN_BUCKET(TokenBucket::new), SLIDING_LOG(SlidingLog::new);

    static final int PER_SECOND = 10;
    private static final long SECOND = 1_000_000_000L;

    private final Supplier<Counter> counter;

    ServerLimit(Supplier<Counter> counter) {
        this.counter = counter;
    }

    Counter start() {
        return counter.get();
    }

    interface Counter {
        boolean allows(long now);
    }

    /** Counts anew in each second of the calendar. */
    private static final class FixedWindow implements Counter {
        private long window = -1;
        private int count;

        @Override
        public boolean allows(long now) {
            if (now / SECOND != window) {
                window = now / SECOND;
                count = 0;
            }
            return count < PER_SECOND && ++count > 0;
        }
    }

    /** Holds as many tokens as it gets in a second. */
    private static final class TokenBucket implements Counter {
        private double tokens = PER_SECOND;
        private long filled;

        @Override
        public boolean allows(long now) {
            tokens = Math.min(PER_SECOND, tokens + (double) (now - filled) / SECOND * PER_SECOND);
            filled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    /** Looks back one second from each request. */
    private static final class SlidingLog implements Counter {
        private final Deque<Long> allowed = new ArrayDeque<>();

        @Override
        public boolean allows(long now) {
            while (!allowed.isEmpty() && now - allowed.getFirst() >= SECOND) {
                allowed.removeFirst();
            }
            return allowed.size() < PER_SECOND && allowed.add(now);
        }
    }
}
