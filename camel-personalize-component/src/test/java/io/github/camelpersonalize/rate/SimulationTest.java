// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the limiter makes of a limit of 10 requests a second with a ceiling of 9.5: averages of twenty half-hours for each kind of server. */
class SimulationTest {

    private static final int RUNS = 20;

    @ParameterizedTest(name = "{0} nodes use {1} % or more, with {2} % or less refused")
    @CsvSource({"1, 94, 0.1", "4, 90, 2", "8, 87, 4"})
    void nodesUseMostOfTheLimitAndAreSeldomRefused(int nodes, double leastUsed, double mostRefused) {
        for (ServerLimit limit : ServerLimit.values()) {
            Usage average = average(limit, Optional.empty(), nodes);
            assertThat(average.used()).as("%s, used", limit).isGreaterThanOrEqualTo(leastUsed);
            assertThat(average.refusals()).as("%s, refused", limit).isLessThanOrEqualTo(mostRefused);
        }
    }

    @ParameterizedTest(name = "{0} nodes use {1} % or more, with {2} % or less refused")
    @CsvSource({"1, 94, 0.1", "4, 87, 2", "8, 85, 4"})
    void aServerThatAsksForASecondOfSilenceIsObeyedAtLittleCost(int nodes, double leastUsed, double mostRefused) {
        for (ServerLimit limit : ServerLimit.values()) {
            Usage average = average(limit, Optional.of(Duration.ofSeconds(1)), nodes);
            assertThat(average.used()).as("%s, used", limit).isGreaterThanOrEqualTo(leastUsed);
            assertThat(average.refusals()).as("%s, refused", limit).isLessThanOrEqualTo(mostRefused);
        }
    }

    @Test
    void theSameSeedGivesTheSameHalfHour() {
        assertThat(run(ServerLimit.SLIDING_LOG, Optional.empty(), 4, 7)).isEqualTo(run(ServerLimit.SLIDING_LOG, Optional.empty(), 4, 7));
    }

    private Usage average(ServerLimit limit, Optional<Duration> retryAfter, int nodes) {
        List<Usage> runs = IntStream.range(0, RUNS).mapToObj(seed -> run(limit, retryAfter, nodes, seed)).toList();
        Usage average = runs.stream().reduce(Usage::plus).orElseThrow();
        double worst = runs.stream().mapToDouble(Usage::used).min().orElseThrow();
        System.out.printf(Locale.ROOT, "%-12s %d nodes, %s: used %.1f %% of the limit (worst run %.1f), refused %.2f %% of the requests%n",
                limit, nodes, retryAfter.map(wait -> "Retry-After " + wait.toSeconds()).orElse("no Retry-After"), average.used(), worst,
                average.refusals());
        return average;
    }

    private static Usage run(ServerLimit limit, Optional<Duration> retryAfter, int nodes, int seed) {
        return Simulation.run(limit, retryAfter, nodes, new SplittableRandom(seed));
    }
}
