// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.time.Duration;
import java.time.Instant;

/** Counts what becomes of the lines of one file. Not for several threads: the lines come one after the other. */
final class FileTally {

    private final String file;
    private final Instant start;
    private int created;
    private int adopted;
    private int refused;
    private int requests;
    private Duration took = Duration.ZERO;

    FileTally(String file, Instant start) {
        this.file = file;
        this.start = start;
    }

    void addCreated() {
        created++;
    }

    /** It was there already, exactly so. */
    void addAdopted() {
        adopted++;
    }

    void addRefused() {
        refused++;
    }

    void addRequests(int more) {
        requests += more;
    }

    void end(Instant time) {
        took = Duration.between(start, time);
    }

    int requests() {
        return requests;
    }

    @Override
    public String toString() {
        String there = adopted == 0 ? "" : adopted + " adopted, ";
        return "%s: %d created, %s%d refused, %d API requests, %.1f s".formatted(file, created, there, refused, requests,
                took.toMillis() / 1000.0);
    }
}
