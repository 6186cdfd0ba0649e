// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a name: {@code Order Completed}, {@code order_completed}, {@code order.completed} and {@code orderCompleted} have the same two. */
final class Words {

    private Words() {}

    /** In order, spelled as in the name; none when it has neither letters nor digits. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        int[] characters = name.codePoints().toArray();
        int start = 0;
        for (int i = 0; i <= characters.length; i++) {
            boolean isEnd = i == characters.length || !isPartOfWord(characters[i]);
            if (isEnd || i > start && beginsWord(characters, i)) {
                if (i > start) {
                    words.add(new String(characters, start, i - start));
                }
                start = isEnd ? i + 1 : i;
            }
        }
        return words;
    }

    /** The display name: {@code First Name} for {@code firstName} and {@code first_name}; a name with white space stays as it is. */
    static String humanized(String name) {
        List<String> words = of(name);
        if (words.isEmpty() || name.codePoints().anyMatch(Character::isWhitespace)) {
            return name;
        }
        return words.stream().map(Words::capitalized).collect(Collectors.joining(" "));
    }

    private static String capitalized(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }

    private static boolean isPartOfWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    /** A capital after a small letter or a digit, or the last of several before a small letter: {@code user|ID}, {@code HTTP|Server}. */
    private static boolean beginsWord(int[] characters, int at) {
        if (!Character.isUpperCase(characters[at])) {
            return false;
        }
        return !Character.isUpperCase(characters[at - 1]) || at + 1 < characters.length && Character.isLowerCase(characters[at + 1]);
    }
}
