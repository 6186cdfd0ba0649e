// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The word that was meant by a mistyped one: a known word that differs in three characters at most, and in a third of them. Case, dashes and underscores do not count.
 * A change is a character that is added, left out, replaced, or swapped with its neighbour (optimal string alignment).
 */
public final class Nearest {

    /** A stranger's word may be long, and the time grows with it. */
    private static final int LONGEST = 100;

    /** Long words that differ in more are often both right, as attributeMatchOptions and attributeMatchCondition. */
    private static final int MOST = 3;

    private Nearest() {}

    /** The nearest of the known words; the first in the alphabet where several are as near. */
    public static Optional<String> of(@Nullable String word, Collection<String> known) {
        if (word == null || word.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(word);
        return known.stream().filter(other -> changes(plain, plain(other)) <= most(plain, plain(other)))
                .min(Comparator.<String>comparingInt(other -> changes(plain, plain(other))).thenComparing(Comparator.naturalOrder()));
    }

    /** A question to put behind the mistyped word, {@code  (did you mean "upsert"?)}; empty where no known word is near. */
    public static String question(@Nullable String word, Collection<String> known) {
        return of(word, known).map(other -> " (did you mean \"" + other + "\"?)").orElse("");
    }

    private static int most(String one, String other) {
        return Math.min(MOST, Math.max(one.length(), other.length()) / 3);
    }

    private static String plain(String word) {
        return word.replaceAll("[-_\\s\\p{Cf}]", "").toLowerCase(Locale.ROOT);
    }

    private static int changes(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = row(0, other.length());
        for (int i = 1; i <= one.length(); i++) {
            int[] row = row(i, other.length());
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (isSame ? 0 : 1));
                if (isSwapped(one, i, other, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean isSwapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }

    /** The first row counts the characters that are added. */
    private static int[] row(int number, int length) {
        int[] row = new int[length + 1];
        for (int j = 0; number == 0 && j <= length; j++) {
            row[j] = j;
        }
        return row;
    }
}
