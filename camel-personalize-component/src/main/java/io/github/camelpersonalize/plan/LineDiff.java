// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.List;

/** The smallest set of removed and added lines between two texts, by their longest common subsequence. */
final class LineDiff {

    /** Texts that need more comparisons, the product of their lengths, are shown as removed and added as a whole. */
    private static final int MAX_COMPARISONS = 4_000_000;

    private LineDiff() {}

    /** All lines of both texts. */
    static List<Line> between(List<String> before, List<String> after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size()) && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        add(lines, Mark.SAME, before.subList(0, start));
        compare(lines, before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        add(lines, Mark.SAME, before.subList(before.size() - end, before.size()));
        return lines;
    }

    private static void compare(List<Line> lines, List<String> before, List<String> after) {
        if ((long) before.size() * after.size() > MAX_COMPARISONS) {
            add(lines, Mark.REMOVED, before);
            add(lines, Mark.ADDED, after);
            return;
        }
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                lines.add(new Line(Mark.SAME, before.get(i)));
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Mark.REMOVED, before.get(i++)));
            } else {
                lines.add(new Line(Mark.ADDED, after.get(j++)));
            }
        }
        add(lines, Mark.REMOVED, before.subList(i, before.size()));
        add(lines, Mark.ADDED, after.subList(j, after.size()));
    }

    /** How many lines the rests of both texts have in common, by the positions where the rests begin. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                boolean isSame = before.get(i).equals(after.get(j));
                common[i][j] = isSame ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Line> lines, Mark mark, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(mark, text)));
    }
}
