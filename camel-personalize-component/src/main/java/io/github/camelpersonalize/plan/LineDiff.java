// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.List;

/** The fewest lines to remove and add that make one text of another: their longest common subsequence stays. */
final class LineDiff {

    /** Longer texts that have little in common are shown as removed and added: to compare them takes the product of their lengths. */
    private static final int MAX_COMPARISONS = 4_000_000;

    private LineDiff() {}

    /** All lines of both. */
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

    /** How many lines the rests have in common, by the beginnings of the rests. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Line> lines, Mark mark, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(mark, text)));
    }
}
