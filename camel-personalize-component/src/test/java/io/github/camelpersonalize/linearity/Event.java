// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.outcome.Outcome;

/**
 * A deed as the thread saw it.
 *
 * @param uid the one that named the definition, if one did
 * @param invoked when the thread sent the message
 * @param responded when the route was through with it, by the same clock
 * @param mayBeLost whether a response of the service may have been lost
 */
record Event(Deed deed, Optional<String> uid, long invoked, long responded, boolean mayBeLost, Result result) {

    /**
     * What the route was told.
     *
     * @param outcome {@link Outcome#UNCHANGED} for a definition that was read
     * @param uid of the definition, or {@code null}
     * @param shown the definition beside its key, if the result shows it
     * @param reason of a failure, or {@code null}
     */
    record Result(Outcome outcome, String uid, Optional<Map<String, String>> shown, String reason) {}

    @Override
    public String toString() {
        return "%3d..%-3d %s %s %s %s -> %s".formatted(invoked, responded, deed.operation(), deed.key(), uid.orElse("by key"),
                deed.members(), result);
    }
}
