// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's clock. While the component is stopped, sleeps end at once. */
public final class SystemTime implements Time {

    private volatile CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public boolean sleep(Duration duration) {
        try {
            return !stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    @Override
    public void start() {
        if (stopped.getCount() == 0) {
            stopped = new CountDownLatch(1);
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
