// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.setup;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.examples.setup.Attempt.Verdict;

/** One run of a demo: a line for each attempt, and a summary at its end. */
public final class Run {

    private final Clock clock;
    private final PrintStream out;
    private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private Instant start;

    /**
     * Nothing is started yet.
     *
     * @param clock
     *            tells how long it took
     * @param out
     *            where people look
     */
    public Run(Clock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    /**
     * Starts the routes.
     *
     * @param overrides
     *            properties that win over all others
     * @param otherFailure
     *            what becomes of a record when it is neither its fault nor that of the service: held or stopped
     */
    public Connector start(Map<String, String> overrides, Verdict otherFailure) {
        start = clock.instant();
        return new Connector(overrides).report(otherFailure, this::note).start();
    }

    /**
     * What it has come to.
     *
     * @param published
     *            how many records there were
     * @param records
     *            what they are called
     * @param refused
     *            where those are that were refused
     */
    public Summary summary(int published, String records, String refused) {
        return new Summary(published, records, List.copyOf(attempts), Duration.between(start, clock.instant()), refused);
    }

    private void note(Attempt attempt) {
        attempts.add(attempt);
        out.println(attempt);
    }
}
