// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

/**
 * A value, shortened if it is too long. When two values are compared, what differs between them stays visible.
 *
 * @param head the text before the difference
 * @param core the text that differs; the whole value if it is compared with nothing
 * @param tail the text after the difference
 * @param cutFrom the length of the whole value if it was shortened, otherwise 0
 */
record Excerpt(String head, String core, String tail, int cutFrom) {

    private static final String CUT = "…";

    /** The beginning of a value. */
    static Excerpt of(String value, int characters) {
        int cutFrom = value.length() > characters ? value.length() : 0;
        return new Excerpt("", start(value, characters), "", cutFrom);
    }

    /** The part of a value that differs from another one, with some text around it. */
    static Excerpt of(String value, String other, int characters) {
        int prefix = commonPrefix(value, other);
        int suffix = commonSuffix(value, other, prefix);
        String head = value.substring(0, prefix);
        String core = value.substring(prefix, value.length() - suffix);
        String tail = value.substring(value.length() - suffix);
        if (value.length() <= characters) {
            return new Excerpt(head, core, tail, 0);
        }
        int around = Math.max(characters / 4, (characters - core.length()) / 2);
        return new Excerpt(end(head, around), start(core, characters - 2 * around), start(tail, around), value.length());
    }

    String text() {
        return head + core + tail;
    }

    private static String start(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, boundary(text, characters)) + CUT;
    }

    private static String end(String text, int characters) {
        return text.length() <= characters ? text : CUT + text.substring(boundary(text, text.length() - characters));
    }

    private static int commonPrefix(String a, String b) {
        int limit = Math.min(a.length(), b.length());
        int at = 0;
        while (at < limit && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return boundary(a, at);
    }

    private static int commonSuffix(String a, String b, int prefix) {
        int limit = Math.min(a.length(), b.length()) - prefix;
        int length = 0;
        while (length < limit && a.charAt(a.length() - 1 - length) == b.charAt(b.length() - 1 - length)) {
            length++;
        }
        return length > 0 && Character.isLowSurrogate(a.charAt(a.length() - length)) ? length - 1 : length;
    }

    /** The position itself, or the one before it when it is within a surrogate pair. */
    private static int boundary(String text, int at) {
        boolean isWithinPair = at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return isWithinPair ? at - 1 : at;
    }
}
