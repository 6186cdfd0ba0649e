// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.client.CallResult.Failure;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.time.StopSignal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The attempts of one piece of work. */
class RetriesTest {

    private static final RetryPolicy TWO_WITHIN_A_MINUTE = new RetryPolicy(2, Duration.ofMinutes(1));
    private static final CallResult DONE = new Success(200, MissingNode.getInstance());

    /** Always the greatest: no jitter. */
    private static final RandomGenerator LATEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };
    private static final RandomGenerator SOONEST = () -> 0;

    private final HurriedTime time = new HurriedTime();
    private final StopSignal stop = new StopSignal();
    private final CallStats stats = CallStats.whole();
    private final List<Integer> attempts = new ArrayList<>();

    @BeforeEach
    void stand() {
        time.stand();
    }

    @Test
    void whatSucceedsIsNotAttemptedAgain() {
        assertThat(run(TWO_WITHIN_A_MINUTE, true, DONE)).isEqualTo(DONE);

        assertThat(attempts).containsExactly(1);
        assertThat(stats.retries()).isZero();
    }

    @Test
    void whatMaySucceedIsAttemptedUntilItDoes() {
        assertThat(run(TWO_WITHIN_A_MINUTE, true, failure(Retry.SAFE), failure(Retry.SAFE), DONE)).isEqualTo(DONE);

        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(stats.retries()).isEqualTo(2);
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(stats.waited()).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void theLastFailureIsToldWithTheNumberOfAttempts() {
        assertThat(run(TWO_WITHIN_A_MINUTE, true, failure(Retry.SAFE), failure(Retry.SAFE), failure(Retry.SAFE)))
                .isEqualTo(failure(Retry.SAFE, "No; given up after 3 attempts in 0.8 s (maxRetries=2)"));

        assertThat(attempts).containsExactly(1, 2, 3);
    }

    @Test
    void theFailuresOfOneAttemptAreCountedInWords() {
        Retries retries = retries(new RetryPolicy(0, Duration.ofMinutes(1)), LATEST);

        assertThat(retries.waitForNext(Optional.empty())).contains("given up after 1 attempt in 0.0 s (maxRetries=0)");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void withoutRetriesAFailureIsAsItIs() {
        assertThat(run(new RetryPolicy(0, Duration.ofMinutes(1)), true, failure(Retry.SAFE))).isEqualTo(failure(Retry.SAFE));
    }

    @Test
    void whatWouldFailAgainIsNotAttemptedAgain() {
        assertThat(run(TWO_WITHIN_A_MINUTE, true, failure(Retry.USELESS))).isEqualTo(failure(Retry.USELESS));
        assertThat(run(TWO_WITHIN_A_MINUTE, true, failure(Retry.USELESS_IN_DOUBT))).isEqualTo(failure(Retry.USELESS_IN_DOUBT));
    }

    @Test
    void inDoubtOnlyWhatMayBeRepeatedIs() {
        assertThat(run(TWO_WITHIN_A_MINUTE, false, failure(Retry.IN_DOUBT))).isEqualTo(failure(Retry.IN_DOUBT));
        assertThat(run(TWO_WITHIN_A_MINUTE, true, failure(Retry.IN_DOUBT), DONE)).isEqualTo(DONE);
        assertThat(run(TWO_WITHIN_A_MINUTE, false, failure(Retry.SAFE), DONE)).isEqualTo(DONE);
    }

    /** The refusal of the second may be the consequence of the first. */
    @Test
    void whatFollowsAnAttemptInDoubtIsInDoubt() {
        assertThat(run(TWO_WITHIN_A_MINUTE, true, failure(Retry.IN_DOUBT), failure(Retry.USELESS)))
                .isEqualTo(failure(Retry.USELESS_IN_DOUBT));
        assertThat(run(TWO_WITHIN_A_MINUTE, true, failure(Retry.SAFE), failure(Retry.USELESS))).isEqualTo(failure(Retry.USELESS));
    }

    @Test
    void whatTheServiceAsksForIsWaitedAndALittleMore() {
        retries(TWO_WITHIN_A_MINUTE, LATEST).waitForNext(Optional.of(Duration.ofSeconds(7)));
        retries(TWO_WITHIN_A_MINUTE, SOONEST).waitForNext(Optional.of(Duration.ofSeconds(7)));

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(7250), Duration.ofSeconds(7));
    }

    @Test
    void aWaitThatWouldEndTooLateIsNotBegun() {
        Retries retries = retries(TWO_WITHIN_A_MINUTE, SOONEST);
        time.sleep(Duration.ofSeconds(20));

        assertThat(retries.waitForNext(Optional.of(Duration.ofSeconds(41)))).contains("given up after 1 attempt in 20.0 s, because the next"
                + " could not begin within retryTimeout=60000ms (the service asks for 41 s)");
        assertThat(retries.waitForNext(Optional.of(Duration.ofSeconds(40)))).isEmpty();
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(stats.retries()).isEqualTo(1);
    }

    @Test
    void norIsOneThatNobodyAskedFor() {
        Retries retries = retries(TWO_WITHIN_A_MINUTE, LATEST);
        time.sleep(Duration.ofSeconds(60));

        assertThat(retries.waitForNext(Optional.empty()))
                .contains("given up after 1 attempt in 60.0 s, because the next could not begin within retryTimeout=60000ms");
    }

    @Test
    void theStopOfTheRouteEndsAWait() {
        stop.give();

        assertThat(run(TWO_WITHIN_A_MINUTE, true, failure(Retry.SAFE)))
                .isEqualTo(failure(Retry.SAFE, "No; given up, because the route is stopping"));
        assertThat(attempts).containsExactly(1);
    }

    @Test
    void theCallsOfOnePieceOfWorkShareItsAttempts() {
        Retries retries = retries(TWO_WITHIN_A_MINUTE, LATEST);
        run(retries, true, failure(Retry.SAFE), DONE);

        run(retries, true, failure(Retry.SAFE), failure(Retry.SAFE));

        assertThat(attempts).containsExactly(1, 2, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({"0, 250", "1, 500", "2, 1000", "6, 16000", "7, 20000", "20, 20000", "1000, 20000"})
    void aWaitIsAnyTimeUpToABoundThatDoublesUpTo20Seconds(int retry, long millis) {
        assertThat(RetryPolicy.backoff(retry, LATEST)).isEqualTo(Duration.ofMillis(millis));
        assertThat(RetryPolicy.backoff(retry, SOONEST)).isEqualTo(Duration.ZERO);
    }

    private CallResult run(RetryPolicy policy, boolean repeatable, CallResult... results) {
        return run(retries(policy, LATEST), repeatable, results);
    }

    /** All results must be used. */
    private CallResult run(Retries retries, boolean repeatable, CallResult... results) {
        Deque<CallResult> left = new ArrayDeque<>(List.of(results));
        CallResult last = retries.run(repeatable, attempt -> {
            attempts.add(attempt);
            return left.remove();
        });
        assertThat(left).isEmpty();
        return last;
    }

    private Retries retries(RetryPolicy policy, RandomGenerator random) {
        return new Retries(policy, time, stop, random, stats);
    }

    private static CallResult failure(Retry retry) {
        return failure(retry, "No");
    }

    private static CallResult failure(Retry retry, String message) {
        return new Failure(new Problem(Category.UNAVAILABLE, 503, null, message, List.of(), retry));
    }
}
