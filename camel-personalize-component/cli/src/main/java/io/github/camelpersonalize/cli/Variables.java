// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelpersonalize.text.Nearest;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Each option with a value may stand in the environment too: {@code --max-deletes} as {@code PERSONALIZE_MAX_DELETES}. The option wins. */
record Variables(Map<String, String> environment) implements IDefaultValueProvider {

    private static final String PREFIX = "PERSONALIZE_";

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? value(option).orElse(null) : null;
    }

    /** Where the value of an option is from, for people. */
    String source(OptionSpec option, boolean isGiven) {
        if (isGiven) {
            return option.longestName();
        }
        return value(option).map(value -> "the variable " + name(option)).orElse("default");
    }

    /** Variables that are near to one of these options, and none of them: mistyped, most likely. What is near to none belongs to somebody else. */
    List<String> mistyped(Collection<OptionSpec> options) {
        Set<String> known = options.stream().map(Variables::name).collect(Collectors.toSet());
        return environment.keySet().stream().filter(name -> name.startsWith(PREFIX) && !known.contains(name)).sorted()
                .flatMap(name -> nearest(name, known).map(meant -> "The variable " + name + " is not read (did you mean " + meant + "?)")
                        .stream())
                .toList();
    }

    private static Optional<String> nearest(String name, Set<String> known) {
        return Nearest.of(name.substring(PREFIX.length()), known.stream().map(other -> other.substring(PREFIX.length())).toList())
                .map(PREFIX::concat);
    }

    private Optional<String> value(OptionSpec option) {
        return Optional.ofNullable(environment.get(name(option))).filter(value -> option.arity().max() > 0 && !value.isBlank());
    }

    private static String name(OptionSpec option) {
        return PREFIX + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
