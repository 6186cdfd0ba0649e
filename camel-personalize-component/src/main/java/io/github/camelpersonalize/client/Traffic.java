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

/** What went over the wire, counted for people who watch. What is counted for a part is counted for each whole of it too. Thread-safe. */
public final class Traffic {

    private final List<Traffic> wholes;
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder rateLimited = new LongAdder();
    private final LongAdder reconciled = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final Map<CallOutcome, LongAdder> calls = Stream.of(CallOutcome.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), outcome -> new LongAdder()));
    private final AtomicReference<Trouble> trouble = new AtomicReference<>();

    private Traffic(List<Traffic> wholes) {
        this.wholes = wholes;
    }

    /** Counts from zero. */
    public static Traffic whole() {
        return new Traffic(List.of());
    }

    /** Counts a part of this, from zero. */
    public Traffic part() {
        return partOf(this);
    }

    /** Counts something, from zero, that is a part of each of these. */
    public static Traffic partOf(Traffic... wholes) {
        return new Traffic(List.of(wholes));
    }

    void request() {
        everywhere(traffic -> traffic.requests.increment());
    }

    void retry() {
        everywhere(traffic -> traffic.retries.increment());
    }

    void rateLimited() {
        everywhere(traffic -> traffic.rateLimited.increment());
    }

    void waited(Duration time) {
        everywhere(traffic -> traffic.waitedNanos.add(time.toNanos()));
    }

    /** A create whose answer was lost was found, or found missing and sent again. */
    public void reconciled() {
        everywhere(traffic -> traffic.reconciled.increment());
    }

    /** Remembers how a call ended. */
    void ended(Reply reply, Instant now) {
        CallOutcome outcome = CallOutcome.of(reply);
        Optional<Problem> problem = reply.then(answer -> Optional.empty(), Optional::of);
        everywhere(traffic -> {
            traffic.calls.get(outcome).increment();
            traffic.trouble.updateAndGet(before -> outcome.tellsOfTrouble()
                    ? new Trouble(problem.orElseThrow(), before == null ? now : before.since())
                    : null);
        });
    }

    /** Requests sent, retries included. */
    public long requests() {
        return requests.sum();
    }

    /** Requests that were sent because an earlier one failed. */
    public long retries() {
        return retries.sum();
    }

    /** Answers with status 429. */
    public long rateLimitedRequests() {
        return rateLimited.sum();
    }

    /** Creates whose answer was lost and that were looked up. */
    public long reconciledCreates() {
        return reconciled.sum();
    }

    /** Calls that ended in this way, each counted once, whatever the number of tries. */
    public long calls(CallOutcome outcome) {
        return calls.get(outcome).sum();
    }

    /** Time that calls waited for their turn under the rate limit, and before retries. */
    public Duration waited() {
        return Duration.ofNanos(waitedNanos.sum());
    }

    /** Why the last call failed, unless it succeeded or the record was at fault. */
    public Optional<Problem> lastProblem() {
        return trouble().map(Trouble::problem);
    }

    /** The trouble that the last call found, unless it succeeded or the record was at fault. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    private void everywhere(Consumer<Traffic> count) {
        count.accept(this);
        wholes.forEach(whole -> whole.everywhere(count));
    }
}
