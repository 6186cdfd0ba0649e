// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text for a terminal: lines of a plan in the colour of their mark. */
final class Coloured {

    private static final Pattern LINE = Pattern.compile("(?m)^ *([-+~!]) .*$");
    private static final Map<String, String> COLOURS = Map.of("+", "32", "-", "31", "~", "33", "!", "35");

    private Coloured() {}

    static String of(String text) {
        return LINE.matcher(text).replaceAll(Coloured::line);
    }

    private static String line(MatchResult line) {
        return Matcher.quoteReplacement("\u001b[" + COLOURS.get(line.group(1)) + "m" + line.group() + "\u001b[0m");
    }
}
