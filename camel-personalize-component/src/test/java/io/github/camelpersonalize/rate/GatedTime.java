// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.SystemTime;
import io.github.camelpersonalize.time.Time;

/** The machine's time, in which all waiting lasts until the gate opens: meanwhile a test can arrange who stands in line. */
final class GatedTime implements Time {

    private final SystemTime time = new SystemTime();
    private final AtomicInteger sleeps = new AtomicInteger();
    private final long begun = time.nanoTime();
    private volatile long openedAt;
    private volatile boolean open;

    void open() {
        openedAt = time.nanoTime();
        open = true;
    }

    int sleeps() {
        return sleeps.get();
    }

    @Override
    public long nanoTime() {
        return open ? begun + time.nanoTime() - openedAt : begun;
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public boolean sleep(Duration duration, StopSignal stop) {
        sleeps.incrementAndGet();
        while (!open) {
            if (!time.sleep(Duration.ofMillis(1), stop)) {
                return false;
            }
        }
        return time.sleep(duration, stop);
    }
}
