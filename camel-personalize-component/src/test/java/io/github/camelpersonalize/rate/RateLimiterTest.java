// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import io.github.camelpersonalize.time.StopSignal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** One thread, to the nanosecond. */
class RateLimiterTest {

    private static final Duration PATIENCE = Duration.ofHours(2);

    private final VirtualTime time = new VirtualTime();
    private final StopSignal stop = new StopSignal();
    private final RateLimiter limiter = new RateLimiter(Pace.of(10), time, new SplittableRandom(1));

    @Test
    void permitsAreEvenlySpacedAlsoAfterIdleTime() {
        climbToTheCeiling();
        time.pass(Duration.ofMinutes(10));
        long start = time.nanoTime();
        List<Long> permits = new ArrayList<>();
        for (int request = 0; request < 5; request++) {
            limiter.acquirePermit(own("a"), PATIENCE, stop);
            permits.add(since(start).toMillis());
        }
        assertThat(permits).containsExactly(0L, 100L, 200L, 300L, 400L);
    }

    @Test
    void aRefusalPausesForATenthToFourTenthsOfASecond() {
        for (int refusal = 0; refusal < 100; refusal++) {
            time.pass(Duration.ofMinutes(1));
            assertThat(pauseAfter(Optional.empty())).isBetween(Duration.ofMillis(100), Duration.ofMillis(400));
        }
    }

    @Test
    void theServicesWordOnWhenToComeBackIsKeptAndALittleMore() {
        assertThat(pauseAfter(Optional.of(Duration.ofSeconds(30)))).isBetween(Duration.ofMillis(30_100), Duration.ofMillis(30_400));
    }

    @Test
    void aPauseThatBeginsWhileSomebodyWaitsHoldsForThem() {
        limiter.acquirePermit(own("a"), PATIENCE, stop);
        long start = time.nanoTime();
        time.after(Duration.ofMillis(399), () -> limiter.refused(Optional.of(Duration.ofSeconds(5))));
        limiter.acquirePermit(own("a"), PATIENCE, stop);
        assertThat(since(start)).isBetween(Duration.ofMillis(5_499), Duration.ofMillis(5_799));
    }

    @Test
    void showsItsRateItsCeilingAndWhetherItPauses() {
        assertThat(limiter.rate()).isEqualTo(2.5);
        assertThat(limiter.ceiling()).isEqualTo(10);
        assertThat(limiter.waiting()).isZero();
        assertThat(limiter.isPaused()).isFalse();
        limiter.limit(2);
        limiter.refused(Optional.empty());
        assertThat(limiter.rate()).isCloseTo(1.76, within(1e-9));
        assertThat(limiter.ceiling()).isEqualTo(2);
        assertThat(limiter.isPaused()).isTrue();
    }

    @Test
    void aPauseThatIsLongerThanThePatienceIsNotWaitedFor() {
        climbToTheCeiling();
        limiter.refused(Optional.of(Duration.ofMinutes(10)));
        long start = time.nanoTime();

        assertThat(limiter.acquirePermit(own("a"), Duration.ofMinutes(2), stop)).isFalse();

        assertThat(since(start)).isZero();
        assertThat(limiter.pause()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(10).plusSeconds(1));
        assertThat(limiter.acquirePermit(own("a"), PATIENCE, stop)).isTrue();
        assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void withoutAPauseNoPatienceIsNeeded() {
        limiter.acquirePermit(own("a"), Duration.ZERO, stop);

        assertThat(limiter.acquirePermit(own("a"), Duration.ZERO, stop)).isTrue();
    }

    private void climbToTheCeiling() {
        limiter.acquirePermit(own("a"), PATIENCE, stop);
        time.pass(Duration.ofMinutes(1));
        assertThat(limiter.rate()).isEqualTo(10);
    }

    private Duration pauseAfter(Optional<Duration> retryAfter) {
        long start = time.nanoTime();
        limiter.refused(retryAfter);
        limiter.acquirePermit(own("a"), PATIENCE, stop);
        return since(start);
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    private static Lane own(String project) {
        return new Lane(project, true);
    }
}
