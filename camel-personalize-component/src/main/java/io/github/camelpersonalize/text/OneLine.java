// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

/** A whole message of an exception or a log entry: one {@linkplain Visible visible} line, and not too long. */
public final class OneLine {

    private static final int MAX_MESSAGE = 4096;

    private OneLine() {}

    /** The message on one line, cut: keys, file names and lists of errors are as long as their senders like. */
    public static String message(String text) {
        return cut(Visible.text(text), MAX_MESSAGE);
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
