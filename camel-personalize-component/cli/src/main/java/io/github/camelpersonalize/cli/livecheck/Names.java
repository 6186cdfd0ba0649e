// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The names and keys of what a run makes. By its prefix the next run knows what an earlier one has left.
 *
 * @param prefix
 *            of all runs
 * @param run
 *            of this one
 */
record Names(String prefix, String run) {

    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{5,29}");

    /**
     * Names with a prefix.
     *
     * @throws IllegalArgumentException
     *             when the prefix is short enough to be that of others
     */
    Names {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("--name-prefix \"" + prefix
                    + "\" must have 6 to 30 characters, small letters, digits and _, with a letter first: what begins with it is deleted.");
        }
    }

    /** A name or key of this run. */
    String of(String what) {
        return prefix + run + "_" + what;
    }

    /** Whether this command made the definition: each name and key that it has must say so. */
    boolean isOwn(JsonNode definition) {
        List<String> names = Stream.of("key", "name").map(member -> definition.path(member).asText()).filter(name -> !name.isEmpty())
                .toList();
        return !names.isEmpty() && names.stream().allMatch(name -> name.startsWith(prefix));
    }
}
