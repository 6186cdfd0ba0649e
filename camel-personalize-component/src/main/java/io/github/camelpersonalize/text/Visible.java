// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

/**
 * Untrusted text on one line, without invisible characters. Control characters, and characters that change the direction of text or have no
 * width, are written as escapes; those that join letters and emoji stay.
 */
public final class Visible {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Visible() {}

    /** The text, on one line. */
    public static String text(String text) {
        if (text.codePoints().noneMatch(Visible::isInvisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(character -> append(visible, character));
        return visible.toString();
    }

    private static void append(StringBuilder visible, int character) {
        if (!isInvisible(character)) {
            visible.appendCodePoint(character);
        } else if (character == '\n') {
            visible.append("\\n");
        } else {
            for (char unit : Character.toChars(character)) {
                visible.append("\\u%04x".formatted((int) unit));
            }
        }
    }

    private static boolean isInvisible(int character) {
        if (character == NON_JOINER || character == JOINER) {
            return false;
        }
        return OneLine.isUnprintable(character) || Character.getType(character) == Character.UNASSIGNED;
    }
}
