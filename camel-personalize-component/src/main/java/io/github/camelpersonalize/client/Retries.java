// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.Time;

/**
 * The attempts that are left to one piece of work. Gives up as soon as the next wait would not fit, not when it is over. Used by one thread.
 * <p>
 * By hand, not by a library, because a wait must end when the route stops and the decision depends on what the server asked for.
 */
public final class Retries {

    private final RetryPolicy policy;
    private final Time time;
    private final StopSignal stop;
    private final RandomGenerator random;
    private final CallStats stats;
    private final long startedAt;
    private int retries;

    Retries(RetryPolicy policy, Time time, StopSignal stop, RandomGenerator random, CallStats stats) {
        this.policy = policy;
        this.time = time;
        this.stop = stop;
        this.random = random;
        this.stats = stats;
        this.startedAt = time.nanoTime();
    }

    /**
     * Attempts the call until it succeeds, or until a retry does not help or is not safe.
     *
     * @param attempt is given its number, from 1
     */
    CallResult run(boolean repeatable, IntFunction<CallResult> attempt) {
        CallResult result = attempt.apply(retries + 1);
        Optional<Problem> problem = result.failure();
        while (problem.isPresent() && policy.maxRetries() > 0 && mayRepeat(problem.get().retry(), repeatable)) {
            boolean isInDoubt = problem.get().retry().inDoubt();
            Optional<String> end = waitForNext(problem.get().retry().after());
            if (end.isPresent()) {
                return new CallResult.Failure(problem.get().withMessage(problem.get().message() + "; " + end.get()));
            }
            CallResult next = attempt.apply(retries + 1);
            result = isInDoubt ? next.mapProblem(Problem::withDoubt) : next;
            problem = result.failure();
        }
        return result;
    }

    /**
     * Waits before the next attempt.
     *
     * @param asked the server's {@code Retry-After}
     * @return why there is no next attempt, if there is none
     */
    public Optional<String> waitForNext(Optional<Duration> asked) {
        if (retries == policy.maxRetries()) {
            return Optional.of(givenUp() + " (maxRetries=" + policy.maxRetries() + ")");
        }
        Duration wait = asked.map(duration -> RetryPolicy.afterAsked(duration, random))
                .orElseGet(() -> RetryPolicy.backoff(retries, random));
        if (spent().plus(wait).compareTo(policy.timeout()) > 0) {
            return Optional.of(givenUp() + ", because the next could not begin within"
                    + " retryTimeout=" + policy.timeout().toMillis() + "ms" + asked.map(duration -> " (the service asks for "
                            + duration.toSeconds() + " s)").orElse(""));
        }
        retries++;
        stats.retry();
        stats.waited(wait);
        return time.sleep(wait, stop) ? Optional.empty() : Optional.of("given up, because the route is stopping");
    }

    private String givenUp() {
        return "given up after " + (retries + 1) + (retries == 0 ? " attempt" : " attempts") + " in " + Seconds.of(spent());
    }

    /** Since the first attempt began, with all waits, also those for the rate limit. */
    private Duration spent() {
        return Duration.ofNanos(time.nanoTime() - startedAt);
    }

    private static boolean mayRepeat(Retry retry, boolean repeatable) {
        return retry.useful() && (repeatable || !retry.inDoubt());
    }
}
