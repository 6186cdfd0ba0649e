// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.client.CallResult.Failure;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallStatsTest {

    private static final CallResult DONE = new Success(200, MissingNode.getInstance());
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(10);

    private final List<Problem> misconfigured = new ArrayList<>();
    private final CallStats whole = CallStats.whole(misconfigured::add);
    private final CallStats other = CallStats.whole();
    private final CallStats part = CallStats.partOf(whole, other).part();

    @Test
    void whatIsCountedForAPartIsCountedForEachWhole() {
        part.request();
        part.request();
        part.retry();
        part.rateLimited();
        part.reconciled();
        part.waited(Duration.ofMillis(3));
        part.waited(Duration.ofMillis(4));
        part.otherDialect("hint");

        for (CallStats stats : List.of(part, whole, other)) {
            assertThat(stats.requests()).isEqualTo(2);
            assertThat(stats.retries()).isEqualTo(1);
            assertThat(stats.rateLimitedRequests()).isEqualTo(1);
            assertThat(stats.reconciledCreates()).isEqualTo(1);
            assertThat(stats.waited()).isEqualTo(Duration.ofMillis(7));
            assertThat(stats.otherDialect()).contains("hint");
        }
    }

    @Test
    void whatIsCountedForAWholeIsNotCountedForItsParts() {
        whole.request();

        assertThat(part.requests()).isZero();
        assertThat(other.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"REJECTED, rejected", "BLOCKED, rejected", "UNAVAILABLE, unavailable", "MISCONFIGURED, misconfigured",
            "UNAUTHORIZED, unauthorized"})
    void aCallEndsInOneOfFewWays(Category category, CallOutcome outcome) {
        part.ended(failure(category), FIRST);

        assertThat(Arrays.stream(CallOutcome.values()).filter(any -> whole.calls(any) > 0)).containsExactly(outcome);
        assertThat(whole.calls(outcome)).isEqualTo(1);
    }

    @Test
    void aCallThatWasCarriedOutIsASuccess() {
        part.ended(DONE, FIRST);

        assertThat(whole.calls(CallOutcome.success)).isEqualTo(1);
    }

    @Test
    void aCallThatWasStoppedBeforeSaysNothing() {
        part.ended(new Failure(Problem.STOPPING), FIRST);

        assertThat(Arrays.stream(CallOutcome.values()).mapToLong(whole::calls).sum()).isZero();
        assertThat(whole.outage()).isEmpty();
    }

    @Test
    void anOutageLastsFromTheFirstFailureInARowAndTellsTheLast() {
        part.ended(failure(Category.UNAVAILABLE), FIRST);
        part.ended(failure(Category.UNAUTHORIZED), SECOND);

        assertThat(whole.outage()).contains(new Outage(problem(Category.UNAUTHORIZED), FIRST));
        assertThat(whole.lastProblem()).contains(problem(Category.UNAUTHORIZED));
    }

    @Test
    void aSuccessEndsIt() {
        part.ended(failure(Category.UNAVAILABLE), FIRST);
        part.ended(DONE, FIRST);
        assertThat(whole.outage()).isEmpty();

        part.ended(failure(Category.UNAVAILABLE), SECOND);
        assertThat(whole.outage()).contains(new Outage(problem(Category.UNAVAILABLE), SECOND));
    }

    /** A service that refuses a record works. */
    @Test
    void aRefusedRecordEndsItToo() {
        part.ended(failure(Category.UNAVAILABLE), FIRST);
        part.ended(failure(Category.REJECTED), SECOND);

        assertThat(whole.lastProblem()).isEmpty();
    }

    @Test
    void aMisconfigurationIsToldOnceUntilACallEndsOtherwise() {
        part.ended(failure(Category.UNAVAILABLE), FIRST);
        assertThat(misconfigured).isEmpty();

        part.ended(failure(Category.UNAUTHORIZED), FIRST);
        part.ended(failure(Category.MISCONFIGURED), FIRST);
        assertThat(misconfigured).containsExactly(problem(Category.UNAUTHORIZED));

        part.ended(DONE, FIRST);
        part.ended(failure(Category.MISCONFIGURED), FIRST);
        assertThat(misconfigured).containsExactly(problem(Category.UNAUTHORIZED), problem(Category.MISCONFIGURED));
    }

    private static CallResult failure(Category category) {
        return new Failure(problem(category));
    }

    private static Problem problem(Category category) {
        return new Problem(category, 0, null, "No", List.of(), Retry.USELESS);
    }
}
