// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

/**
 * Untrusted text on one line, without invisible characters, for every message, log, report and plan: this class alone decides which characters are
 * shown. Control characters, and characters that change the direction of text, have no width, are for private use or are half a pair, are written as
 * escapes; those that join letters and emoji stay.
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
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                true;
            default -> false;
        };
    }
}
