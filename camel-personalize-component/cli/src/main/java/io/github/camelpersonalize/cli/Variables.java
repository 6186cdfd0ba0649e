// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Each option with a value may stand in the environment too: {@code --max-deletes} as {@code PERSONALIZE_MAX_DELETES}. The option wins. */
record Variables(Map<String, String> environment) implements IDefaultValueProvider {

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

    private Optional<String> value(OptionSpec option) {
        return Optional.ofNullable(environment.get(name(option))).filter(value -> option.arity().max() > 0 && !value.isBlank());
    }

    private static String name(OptionSpec option) {
        return "PERSONALIZE" + option.longestName().substring(1).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
