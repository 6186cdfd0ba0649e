// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.Time;

/** Time that only passes when a test says so. It begins just before nanoTime overflows, as it may in any process. */
final class VirtualTime implements Time {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(1).toNanos());

    void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return Instant.ofEpochSecond(0, nanos.get());
    }

    @Override
    public boolean sleep(Duration duration, StopSignal stop) {
        pass(duration);
        return true;
    }
}
