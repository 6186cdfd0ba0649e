// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statistics of calls and requests. What is counted for a part is counted for each whole of it too. Thread-safe. */
public final class CallStats {

    private final List<CallStats> wholes;
    private final Consumer<Problem> onMisconfigured;
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder rateLimited = new LongAdder();
    private final LongAdder reconciled = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final Map<CallOutcome, LongAdder> calls = Stream.of(CallOutcome.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), outcome -> new LongAdder()));
    private final AtomicReference<Outage> outage = new AtomicReference<>();
    private final AtomicReference<String> otherDialect = new AtomicReference<>();

    private CallStats(List<CallStats> wholes, Consumer<Problem> onMisconfigured) {
        this.wholes = wholes;
        this.onMisconfigured = onMisconfigured;
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
        return new CallStats(List.of(), onMisconfigured);
    }

    /** Counts a part of this, from zero. */
    public CallStats part() {
        return partOf(this);
    }

    /** Counts something, from zero, that is a part of each of these. */
    public static CallStats partOf(CallStats... wholes) {
        return new CallStats(List.of(wholes), problem -> {});
    }

    void request() {
        everywhere(stats -> stats.requests.increment());
    }

    void retry() {
        everywhere(stats -> stats.retries.increment());
    }

    void rateLimited() {
        everywhere(stats -> stats.rateLimited.increment());
    }

    void waited(Duration time) {
        everywhere(stats -> stats.waitedNanos.add(time.toNanos()));
    }

    /** A create without a response was looked up. */
    public void reconciled() {
        everywhere(stats -> stats.reconciled.increment());
    }

    /** A response looked like another dialect than the one that is used. */
    void otherDialect(String hint) {
        everywhere(stats -> stats.otherDialect.set(hint));
    }

    /** A call ended, after all its attempts. One that was stopped before says nothing of the service. */
    void ended(CallResult result, Instant now) {
        if (result.failure().filter(Problem.STOPPING::equals).isPresent()) {
            return;
        }
        CallOutcome outcome = CallOutcome.of(result);
        Optional<Problem> outageProblem = result.failure().filter(problem -> problem.category().isOutage());
        everywhere(stats -> {
            stats.calls.get(outcome).increment();
            stats.ended(outageProblem, now);
        });
    }

    private void ended(Optional<Problem> problem, Instant now) {
        Outage last = outage.getAndUpdate(before -> problem.map(found -> Outage.after(before, found, now)).orElse(null));
        if (last == null || !last.isMisconfiguration()) {
            problem.filter(found -> found.category().isConfiguration()).ifPresent(onMisconfigured);
        }
    }

    /** Requests sent, retries included. */
    public long requests() {
        return requests.sum();
    }

    /** Requests that were sent because an earlier one failed. */
    public long retries() {
        return retries.sum();
    }

    /** Responses with status 429. */
    public long rateLimitedRequests() {
        return rateLimited.sum();
    }

    /** Creates without a response that were looked up. */
    public long reconciledCreates() {
        return reconciled.sum();
    }

    /** Calls that ended in this way, each counted once, whatever the number of attempts. */
    public long calls(CallOutcome outcome) {
        return calls.get(outcome).sum();
    }

    /** Time that calls waited for a permit of the rate limiter, and before retries. */
    public Duration waited() {
        return Duration.ofNanos(waitedNanos.sum());
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

    private void everywhere(Consumer<CallStats> count) {
        count.accept(this);
        wholes.forEach(whole -> whole.everywhere(count));
    }
}
