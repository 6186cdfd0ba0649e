// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Statistics of calls and requests. What is counted for a part is counted for each whole of it too. Thread-safe. */
public final class CallStats {

    /** What is counted, beside the ends of calls. */
    private enum Count {
        REQUESTS, RETRIES, RATE_LIMITED, RECONCILED, WAITED_NANOS
    }

    private static final int COUNTS = Count.values().length;

    /** This, and all that it is a part of. */
    private final CallStats[] all;
    private final Consumer<Problem> onMisconfigured;
    private final AtomicLongArray counts = new AtomicLongArray(COUNTS + CallOutcome.values().length);
    private final AtomicReference<Outage> outage = new AtomicReference<>();
    private final AtomicReference<String> otherDialect = new AtomicReference<>();

    private CallStats(Consumer<Problem> onMisconfigured, CallStats... wholes) {
        this.all = all(wholes);
        this.onMisconfigured = onMisconfigured;
    }

    private CallStats[] all(CallStats... wholes) {
        int size = 1;
        for (CallStats whole : wholes) {
            size += whole.all.length;
        }
        CallStats[] counted = new CallStats[size];
        counted[0] = this;
        int next = 1;
        for (CallStats whole : wholes) {
            System.arraycopy(whole.all, 0, counted, next, whole.all.length);
            next += whole.all.length;
        }
        return counted;
    }

    /** Counts from zero. */
    public static CallStats whole() {
        return whole(problem -> {});
    }

    /**
     * Counts from zero.
     *
     * @param onMisconfigured is called when a call finds that the configuration is at fault, once until another call ends otherwise
     */
    public static CallStats whole(Consumer<Problem> onMisconfigured) {
        return new CallStats(onMisconfigured);
    }

    /** Counts a part of this, from zero. */
    public CallStats part() {
        return partOf(this);
    }

    /** Counts something, from zero, that is a part of each of these. */
    public static CallStats partOf(CallStats... wholes) {
        return new CallStats(problem -> {}, wholes);
    }

    void request() {
        add(Count.REQUESTS.ordinal(), 1);
    }

    void retry() {
        add(Count.RETRIES.ordinal(), 1);
    }

    void rateLimited() {
        add(Count.RATE_LIMITED.ordinal(), 1);
    }

    void waited(Duration time) {
        add(Count.WAITED_NANOS.ordinal(), time.toNanos());
    }

    /** A create without a response was looked up. */
    public void reconciled() {
        add(Count.RECONCILED.ordinal(), 1);
    }

    /** A response looked like another dialect than the one that is used. */
    void otherDialect(String hint) {
        for (CallStats stats : all) {
            stats.otherDialect.set(hint);
        }
    }

    /** A call ended, after all its attempts. One that was stopped before says nothing of the service. */
    void ended(CallResult result, Instant now) {
        if (result.failure().filter(Problem.STOPPING::equals).isPresent()) {
            return;
        }
        CallOutcome outcome = CallOutcome.of(result);
        Optional<Problem> outageProblem = result.failure().filter(problem -> problem.category().isOutage());
        add(COUNTS + outcome.ordinal(), 1);
        for (CallStats stats : all) {
            stats.ended(outageProblem, now);
        }
    }

    private void ended(Optional<Problem> problem, Instant now) {
        if (problem.isEmpty() && outage.get() == null) {
            return;
        }
        Outage last = outage.getAndUpdate(before -> problem.map(found -> Outage.after(before, found, now)).orElse(null));
        if (last == null || !last.isMisconfiguration()) {
            problem.filter(found -> found.category().isConfiguration()).ifPresent(onMisconfigured);
        }
    }

    /** Requests sent, retries included. */
    public long requests() {
        return counts.get(Count.REQUESTS.ordinal());
    }

    /** Requests that were sent because an earlier one failed. */
    public long retries() {
        return counts.get(Count.RETRIES.ordinal());
    }

    /** Responses with status 429. */
    public long rateLimitedRequests() {
        return counts.get(Count.RATE_LIMITED.ordinal());
    }

    /** Creates without a response that were looked up. */
    public long reconciledCreates() {
        return counts.get(Count.RECONCILED.ordinal());
    }

    /** Calls that ended in this way, each counted once, whatever the number of attempts. */
    public long calls(CallOutcome outcome) {
        return counts.get(COUNTS + outcome.ordinal());
    }

    /** Time that calls waited for a permit of the rate limiter, and before retries. */
    public Duration waited() {
        return Duration.ofNanos(counts.get(Count.WAITED_NANOS.ordinal()));
    }

    /** Why the last call failed, unless it succeeded or the record was at fault. */
    public Optional<Problem> lastProblem() {
        return outage().map(Outage::problem);
    }

    /** The outage that the last call found, unless it succeeded or the record was at fault. */
    public Optional<Outage> outage() {
        return Optional.ofNullable(outage.get());
    }

    /** What looked like another dialect than the one that is used, and what to do about it. */
    public Optional<String> otherDialect() {
        return Optional.ofNullable(otherDialect.get());
    }

    private void add(int index, long delta) {
        for (CallStats stats : all) {
            stats.counts.addAndGet(index, delta);
        }
    }
}
