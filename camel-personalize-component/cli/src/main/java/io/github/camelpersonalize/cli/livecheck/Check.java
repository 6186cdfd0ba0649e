// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;

/** One run: cleans up after earlier ones, tries everything, and cleans up after itself. */
final class Check {

    private final Calls calls;
    private final Names names;
    private final Stock stock;
    private final Findings findings;
    private final Clock clock;
    private final Consumer<String> progress;
    private volatile boolean hasWritten;

    /**
     * @param progress where people who wait read what is done
     */
    Check(Calls calls, Names names, Findings findings, Clock clock, Consumer<String> progress) {
        this.calls = calls;
        this.names = names;
        this.stock = new Stock(calls, names);
        this.findings = findings;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Runs.
     *
     * @throws StoppedException
     *             when the run cannot begin or go on
     */
    Report run(URI service, boolean allowsOthers) throws InterruptedException {
        Reading reading = new Reading(calls, findings);
        progress.accept("The description of " + service.getHost() + " is compared.");
        new OpenApi(findings).compare(service);
        List<String> left = List.of();
        if (reading.isLive()) {
            stock.clean();
            refuseOthers(allowsOthers);
            left = write(reading);
        } else {
            findings.check(Point.LISTS, false, "the service does not speak dialect=live: nothing was written");
        }
        return new Report(clock.instant(), service.getHost(), findings, calls.requests(), left);
    }

    /** Whether something may have to be deleted. */
    boolean hasWritten() {
        return hasWritten;
    }

    /** Deletes what this and earlier runs have made. Answers what is left of it. */
    List<String> clean() {
        return stock.clean();
    }

    private void refuseOthers(boolean allowsOthers) {
        Map<Resource, Integer> others = stock.others();
        if (!others.isEmpty() && !allowsOthers) {
            throw new StoppedException("The project has definitions that this command did not make: " + others
                    + ". Use an empty project, or add --allow-other-definitions: they are neither changed nor deleted.");
        }
    }

    private List<String> write(Reading reading) {
        progress.accept("Definitions are created, read, changed and deleted, by some 200 requests.");
        List<JsonNode> before = stock.snapshot();
        List<String> order = stock.order();
        reading.run();
        hasWritten = true;
        new Tries(calls, findings, names).run();
        progress.accept("What was created and is not deleted yet is deleted.");
        List<String> left = stock.clean();
        List<String> orderAfter = stock.order();
        findings.check(Point.OTHERS_KEPT, stock.snapshot().equals(before) && orderAfter.equals(order), before.size() + " definitions");
        if (left.isEmpty()) {
            new Priority(calls, findings).restore(order);
        }
        return left;
    }
}
