// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The time since which the service, the way to it or the credential fails.
 *
 * @param problem of the last call
 * @param since when the first of the calls ended that have failed in a row
 */
public record Outage(Problem problem, Instant since) {

    /** Whether it ends only when people fix the configuration. */
    boolean isMisconfiguration() {
        return problem.category().isConfiguration();
    }

    /** The outage goes on, or begins now when there was none before. */
    static Outage after(@Nullable Outage before, Problem problem, Instant now) {
        return new Outage(problem, before == null ? now : before.since());
    }
}
