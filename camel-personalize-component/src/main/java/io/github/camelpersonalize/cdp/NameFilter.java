// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Selects names of traits or events by globs, separated by commas: {@code *} stands for any text, {@code ?} for one character. */
public final class NameFilter {

    private static final Pattern PART = Pattern.compile("[*?]|[^*?]+");
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Pattern included;
    private final Pattern excluded;

    /**
     * Selects the names that match a glob of the first list and none of the second.
     *
     * @param include the globs; empty or {@code null} matches no name
     * @param exclude the globs; empty or {@code null} matches no name
     */
    public NameFilter(@Nullable String include, @Nullable String exclude) {
        this.included = pattern(include);
        this.excluded = pattern(exclude);
    }

    boolean admits(String name) {
        return included.matcher(name).matches() && !excluded.matcher(name).matches();
    }

    private static Pattern pattern(@Nullable String globs) {
        String expression = Stream.ofNullable(globs).flatMap(list -> Stream.of(list.split(","))).map(String::strip)
                .filter(glob -> !glob.isEmpty()).map(NameFilter::expression).collect(Collectors.joining("|"));
        if (expression.isEmpty()) {
            return NOTHING;
        }
        return Pattern.compile(expression, Pattern.DOTALL);
    }

    private static String expression(String glob) {
        return PART.matcher(glob).results().map(part -> expressionOf(part.group())).collect(Collectors.joining());
    }

    private static String expressionOf(String part) {
        return switch (part) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(part);
        };
    }
}
