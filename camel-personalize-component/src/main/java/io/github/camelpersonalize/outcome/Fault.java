// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import io.github.camelpersonalize.client.Problem;

/** Whose fault it is that an item failed, and so what a route should do with its record. */
public enum Fault {

    /** The record's: retrying does not help. Send it to a dead-letter channel and continue. */
    RECORD,
    /** Nobody's yet: something is missing that the record needs, such as a definition that it refers to. It may succeed once that exists. Keep it. */
    DEPENDENCY,
    /** The service's, the network's or the state repository's: it may succeed later. Keep it. */
    SERVICE,
    /** The configuration's: it succeeds only after people have fixed that. Keep it. */
    CONFIGURATION;

    /** Whether the same record may succeed without a change of the record. */
    public boolean mayRetry() {
        return this != RECORD;
    }

    static Fault of(Result.Failure failed) {
        Problem.Category category = failed.problem().category();
        return switch (category) {
            case REJECTED -> failed.outcome() == Outcome.BLOCKED ? DEPENDENCY : RECORD;
            case BLOCKED -> DEPENDENCY;
            case UNAVAILABLE -> SERVICE;
            case MISCONFIGURED, UNAUTHORIZED -> CONFIGURATION;
        };
    }
}
