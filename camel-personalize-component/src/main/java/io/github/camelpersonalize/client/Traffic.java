// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** What went over the wire, counted for people who watch. What is counted for an endpoint is counted for its component too. Thread-safe. */
public final class Traffic {

    private final Optional<Traffic> whole;
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder rateLimited = new LongAdder();
    private final LongAdder reconciled = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final AtomicReference<Problem> lastProblem = new AtomicReference<>();

    private Traffic(Optional<Traffic> whole) {
        this.whole = whole;
    }

    /** Counts from zero. */
    public static Traffic whole() {
        return new Traffic(Optional.empty());
    }

    /** Counts a part of this, from zero. */
    public Traffic part() {
        return new Traffic(Optional.of(this));
    }

    void request() {
        requests.increment();
        whole.ifPresent(Traffic::request);
    }

    void retry() {
        retries.increment();
        whole.ifPresent(Traffic::retry);
    }

    void rateLimited() {
        rateLimited.increment();
        whole.ifPresent(Traffic::rateLimited);
    }

    void waited(Duration time) {
        waitedNanos.add(time.toNanos());
        whole.ifPresent(traffic -> traffic.waited(time));
    }

    /** A create whose answer was lost was found, or found missing and sent again. */
    public void reconciled() {
        reconciled.increment();
        whole.ifPresent(Traffic::reconciled);
    }

    /** Remembers how the last call ended, as far as it tells of the service: a definition that was refused is a sign of its health. */
    void ended(Reply reply) {
        lastProblem.set(reply.then(answer -> null, problem -> problem.kind() == Problem.Kind.REJECTED ? null : problem));
        whole.ifPresent(traffic -> traffic.ended(reply));
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

    /** Time that calls waited for their turn under the rate limit, and before retries. */
    public Duration waited() {
        return Duration.ofNanos(waitedNanos.sum());
    }

    /** Why the last call failed, unless it succeeded or the record was at fault. */
    public Optional<Problem> lastProblem() {
        return Optional.ofNullable(lastProblem.get());
    }
}
