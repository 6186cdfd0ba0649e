// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.time;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class SystemTimeTest {

    private final SystemTime time = new SystemTime();

    @Test
    void itsClocksAreThoseOfTheMachine() {
        Instant before = Instant.now();
        long start = System.nanoTime();

        assertThat(time.now()).isBetween(before, Instant.now());
        assertThat(time.nanoTime()).isBetween(start, System.nanoTime());
    }

    @Test
    void aSleepLastsToItsEndUnlessTheWorkIsToEnd() {
        StopSignal stop = new StopSignal();
        long start = System.nanoTime();

        assertThat(time.sleep(Duration.ofMillis(20), stop)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));

        stop.give();
        assertThat(time.sleep(Duration.ofHours(1), stop)).isFalse();
    }
}
