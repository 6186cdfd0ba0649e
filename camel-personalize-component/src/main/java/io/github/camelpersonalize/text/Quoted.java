// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.util.regex.Pattern;

/** A text of anybody's within a message: in quotes, on one line, and not too long. */
public final class Quoted {

    private static final int MAX = 100;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private Quoted() {}

    public static String of(String text) {
        String bounded = text.codePointCount(0, text.length()) > MAX ? text.substring(0, text.offsetByCodePoints(0, MAX)) + "…" : text;
        return "\"" + line(bounded) + "\"";
    }

    public static String line(String text) {
        return UNSEEN.matcher(text).replaceAll(" ");
    }
}
