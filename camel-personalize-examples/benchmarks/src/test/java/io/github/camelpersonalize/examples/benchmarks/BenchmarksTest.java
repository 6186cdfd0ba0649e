// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BenchmarksTest {

    private static final Row KEPT = Row.atMost("requests", 1, 1);
    private static final Row MISSED_GOAL = Row.atLeast("throughput", 1, 0.9).butFailsBeyond(0.8);
    private static final Row MISSED_BOUND = Row.atLeast("throughput", 1, 0.7).butFailsBeyond(0.8);

    @Test
    void theCheckSucceedsWhereEachBoundIsKept() {
        assertThat(Benchmarks.status(List.of(KEPT, MISSED_GOAL))).isZero();
    }

    @Test
    void theCheckFailsWhereABoundIsMissed() {
        assertThat(Benchmarks.status(List.of(KEPT, MISSED_BOUND, MISSED_GOAL))).isEqualTo(1);
    }

    @Test
    void aFigureThatCouldNotBeMeasuredKeepsNoBound() {
        assertThat(Benchmarks.status(List.of(Row.atMost("seconds", 1, Double.NaN)))).isEqualTo(1);
    }
}
