// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.util.regex.Pattern;

/** Keys, file names and lists of errors are as long and as strange as their senders like; a log wants one line. */
public final class OneLine {

    private static final int MAX_LENGTH = 4096;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");

    private OneLine() {}

    /** The text with a space for each character that does not print, cut off where it is too long. */
    public static String message(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ");
        return line.length() > MAX_LENGTH ? line.substring(0, wholeCharacters(line)) + "…" : line;
    }

    /** Half of a surrogate pair is no text. */
    private static int wholeCharacters(String line) {
        return Character.isHighSurrogate(line.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    }
}
