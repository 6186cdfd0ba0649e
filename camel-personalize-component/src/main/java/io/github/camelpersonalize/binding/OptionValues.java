// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.Quoted;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Checks texts before Camel converts them to the types of the options, so that a message says what an option may be. */
public final class OptionValues {

    /** An empty one of these means nothing, and must not mean another target or everything. */
    private static final Set<String> NEEDED = Set.of("uid", "key", "versionuid", "owner");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,10}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern TIME = Pattern.compile("-?\\d{1,19}|p.+|(\\d{1,9} ?(d|h|m|s|ms) ?)+", Pattern.CASE_INSENSITIVE);

    private final PropertyConfigurerGetter types;

    /**
     * @param types knows the Java types of the options
     */
    public OptionValues(PropertyConfigurerGetter types) {
        this.types = types;
    }

    /** Whether the option counts as not set: an empty variable or property is what is left of one that was taken away. */
    public static boolean isUnset(String name, @Nullable Object value) {
        return value instanceof String text && text.isBlank() && !NEEDED.contains(name.replace("-", "").toLowerCase(Locale.ROOT));
    }

    /** Why the option cannot have the value, in words for a message; empty when it can, or when this is not known yet. */
    public Optional<String> fault(String name, @Nullable Object value) {
        if (!(value instanceof String text) || text.startsWith("#") || text.contains("{{")) {
            return Optional.empty();
        }
        Class<?> type = types.getOptionType(StringHelper.dashToCamelCase(name), true);
        return type == null ? Optional.empty() : rule(type, text.strip()).map(rule -> "the option " + name + " must be " + rule);
    }

    private static Optional<String> rule(Class<?> type, String text) {
        if (type.isEnum()) {
            List<String> choices = Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
            return unless(choices.stream().anyMatch(text::equalsIgnoreCase), "one of " + choices.stream().collect(joining(", ")), text)
                    .map(rule -> rule + Nearest.question(text, choices));
        }
        if (type == boolean.class) {
            return unless(text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"), "true or false", text);
        }
        if (type == int.class || type == Integer.class) {
            return unless(isInt(text), "a whole number", text);
        }
        if (type == double.class) {
            return unless(NUMBER.matcher(text).matches(), "a number", text);
        }
        if (type == Duration.class || type == long.class) {
            return unless(TIME.matcher(text).matches(), "a time, such as 1500 (milliseconds), 30s or 2m", text);
        }
        return Optional.empty();
    }

    private static boolean isInt(String text) {
        return WHOLE.matcher(text).matches() && new BigInteger(text).bitLength() < Integer.SIZE;
    }

    private static Optional<String> unless(boolean isRight, String rule, String text) {
        return isRight ? Optional.empty() : Optional.of(rule + "; it is " + Quoted.of(text));
    }
}
