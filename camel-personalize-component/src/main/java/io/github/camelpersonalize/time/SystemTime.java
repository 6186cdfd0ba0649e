// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.time;

import java.time.Duration;
import java.time.Instant;

/** The machine's clock. */
public final class SystemTime implements Time {

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public boolean sleep(Duration duration, StopSignal stop) {
        return stop.sleep(duration);
    }
}
