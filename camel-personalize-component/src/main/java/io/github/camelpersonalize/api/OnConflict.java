// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an upsert does with a definition that exists and differs. The constants are spelled as users write them. */
public enum OnConflict {

    /** It changes the members that differ, and keeps all others. */
    update,
    /** It leaves the definition as it is, and reports the members that differ. */
    skip,
    /** It fails. */
    fail;

    private static final Map<String, OnConflict> CONSTANTS = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(OnConflict::name, Function.identity()));

    /** The constant of that name. */
    public static Optional<OnConflict> named(String name) {
        return Optional.ofNullable(CONSTANTS.get(name));
    }
}
