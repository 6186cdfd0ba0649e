// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.regex.Pattern;

import io.github.camelpersonalize.convergence.PrunePolicy;

/** Checks the options that say what an apply may delete. */
record PruneOptions(PersonalizeConfiguration options, OptionErrors errors) {

    private static final Pattern OWNER = Pattern.compile("[\\p{L}\\p{N} ._:/@-]{1,100}");

    PrunePolicy check() {
        if (options.getMaxDeletes() < 0) {
            throw errors.wrong("the option maxDeletes must be 0 or more");
        }
        return new PrunePolicy(options.getPrune(), owner(), options.getMaxDeletes(), options.isPruneWhenBlocked());
    }

    /** It is kept in the ledger, and stands in messages. */
    private String owner() {
        String owner = String.valueOf(options.getOwner()).strip();
        if (!OWNER.matcher(owner).matches()) {
            throw errors.wrong("the option owner must be 1 to 100 letters, digits, blanks or characters of \"-_.:/@\"");
        }
        return owner;
    }
}
