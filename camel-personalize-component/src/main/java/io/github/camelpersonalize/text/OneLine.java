// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.util.regex.Pattern;

/** Untrusted text on one line of a log or terminal. This class alone decides which characters are not shown. */
public final class OneLine {

    /** The longest message of an exception or a log entry. */
    private static final int MAX_MESSAGE = 4096;

    /** Control, format (such as those that change the direction), private use, half a surrogate pair, and line separators. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private OneLine() {}

    /** The text with a space in place of each run of characters that cannot be shown. */
    public static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    /** The same, cut to a number of characters. */
    static String of(String text, int max) {
        return cut(of(text), max);
    }

    /** A whole message: keys, file names and lists of errors are as long as their senders like. */
    public static String message(String text) {
        return of(text, MAX_MESSAGE);
    }

    /** Whether the character cannot be shown. */
    public static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    /** Never cuts a surrogate pair: half of one cannot be encoded. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end) + "…";
    }
}
