// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.Optional;
import java.util.regex.Pattern;

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

    /** An owner is kept in the ledger, and stands in messages. */
    private static final Pattern OWNER = Pattern.compile("[\\p{L}\\p{N} ._:/@-]{1,100}");

    /**
     * Removes white space around the owner.
     *
     * @throws IllegalArgumentException if a value is out of its range; the message begins with its name
     */
    public PrunePolicy {
        if (maxDeletes < 0) {
            throw new IllegalArgumentException("maxDeletes must be 0 or more");
        }
        owner = String.valueOf(owner).strip();
        if (!OWNER.matcher(owner).matches()) {
            throw new IllegalArgumentException("owner must be 1 to 100 letters, digits, blanks or characters of \"-_.:/@\"");
        }
    }

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
        return plan.counts().getOrDefault(Action.DELETE, 0);
    }

    private static String says(Plan plan) {
        String definitions = deletions(plan) == 1 ? " definition" : " definitions";
        return "the plan deletes " + deletions(plan) + definitions;
    }
}
