// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.Optional;

import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;

/**
 * What an endpoint may delete.
 *
 * @param prune which definitions that no manifest contains
 * @param owner whose manifest it is: {@link Prune#owned} is what applies of this owner have created
 * @param maxDeletes how many at once
 * @param whenBlocked whether also when another step is blocked or fails
 */
public record PrunePolicy(Prune prune, String owner, int maxDeletes, boolean whenBlocked) {

    /** Why apply refuses a plan as a whole, if it does. */
    Optional<String> tooManyDeletions(Plan plan) {
        return deletions(plan) > maxDeletes
                ? Optional.of(says(plan) + ", more than maxDeletes=" + maxDeletes)
                : Optional.empty();
    }

    /** Why an endpoint that deletes nothing refuses a plan, if it does. */
    Optional<String> anyDeletion(Plan plan) {
        return prune == Prune.none && deletions(plan) > 0
                ? Optional.of(says(plan) + ", and prune=none allows no deletion; nothing was sent: look at the plan, and set prune=owned or"
                        + " prune=all if it is right")
                : Optional.empty();
    }

    static int deletions(Plan plan) {
        return plan.counts().get(Action.DELETE);
    }

    private static String says(Plan plan) {
        String definitions = deletions(plan) == 1 ? " definition" : " definitions";
        return "the plan deletes " + deletions(plan) + definitions;
    }
}
