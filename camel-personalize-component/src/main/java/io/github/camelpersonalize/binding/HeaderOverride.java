// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What messages may decide by a header, if the route's author lets them. The constants are spelled as users write them. */
public enum HeaderOverride {

    /** {@value Headers#OPERATION}. */
    operation,
    /** {@value Headers#PROJECT_UID}. */
    projectUid;

    private static final String NONE = "none";

    /** Those that a list names, whose names are separated by commas; empty where a name is wrong. */
    public static Optional<Set<HeaderOverride>> parse(String list) {
        Set<HeaderOverride> overrides = EnumSet.noneOf(HeaderOverride.class);
        for (String part : list.split(",", -1)) {
            String name = part.strip();
            Optional<HeaderOverride> override = Stream.of(values()).filter(candidate -> candidate.name().equals(name)).findFirst();
            if (override.isEmpty() && !NONE.equals(name)) {
                return Optional.empty();
            }
            override.ifPresent(overrides::add);
        }
        return Optional.of(overrides);
    }

    /** All names, for error messages. */
    public static String names() {
        return Stream.of(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
