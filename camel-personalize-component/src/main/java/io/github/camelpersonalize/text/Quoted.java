// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

/** Untrusted text within a message: in quotes, {@linkplain Visible visible}, and not too long. */
public final class Quoted {

    private static final int MAX = 100;

    private Quoted() {}

    public static String of(String text) {
        return "\"" + Visible.text(bounded(text)) + "\"";
    }

    private static String bounded(String text) {
        return text.codePointCount(0, text.length()) > MAX ? text.substring(0, text.offsetByCodePoints(0, MAX)) + "…" : text;
    }
}
