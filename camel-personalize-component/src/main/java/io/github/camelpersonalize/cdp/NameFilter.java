// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which names of traits or events count. A list of globs, separated by commas: {@code *} stands for any text, {@code ?} for one character. */
public final class NameFilter {

    private static final Pattern WILDCARD = Pattern.compile("[*?]|[^*?]+");

    private final Pattern included;
    private final Pattern excluded;

    /**
     * The names that one of the globs of the first list matches, and none of the second.
     *
     * @param include empty or {@code null} matches none
     * @param exclude empty or {@code null} matches none
     */
    public NameFilter(String include, String exclude) {
        this.included = pattern(include);
        this.excluded = pattern(exclude);
    }

    boolean admits(String name) {
        return included.matcher(name).matches() && !excluded.matcher(name).matches();
    }

    private static Pattern pattern(String globs) {
        String expression = Arrays.stream((globs == null ? "" : globs).split(",")).map(String::strip).filter(glob -> !glob.isEmpty())
                .map(NameFilter::expression).collect(Collectors.joining("|"));
        return expression.isEmpty() ? Pattern.compile("(?!)") : Pattern.compile(expression, Pattern.DOTALL);
    }

    private static String expression(String glob) {
        return WILDCARD.matcher(glob).results().map(part -> switch (part.group()) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(part.group());
        }).collect(Collectors.joining());
    }
}
