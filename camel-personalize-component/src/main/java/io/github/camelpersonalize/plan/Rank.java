// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One place in the order of experiences, ready to be shown.
 *
 * @param mark {@link Mark#ADDED}, {@link Mark#REMOVED}, {@link Mark#CHANGED} if it moves, or {@link Mark#SAME}
 * @param name the name of the experience, or its uid if the name is not known
 * @param after its place from 1, or 0 if it will have none
 * @param before its place from 1, or 0 if it had none
 */
record Rank(Mark mark, String name, int after, int before) {

    private static final String REFERENCE = "ref:experience/";

    /** The new order, followed by the experiences that lose their place. */
    static List<Rank> of(PriorityStep step) {
        List<String> before = names(step.before(), step.names());
        List<String> after = names(step.after(), step.names());
        List<Rank> ranks = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            ranks.add(placed(after.get(i), i + 1, before.indexOf(after.get(i)) + 1));
        }
        for (int i = 0; i < before.size(); i++) {
            if (!after.contains(before.get(i))) {
                ranks.add(new Rank(Mark.REMOVED, before.get(i), 0, i + 1));
            }
        }
        return ranks;
    }

    /** On one line: {@code 1. Home page hero (was 2)}. */
    String text() {
        return switch (mark) {
            case CHANGED -> after + ". " + name + " (was " + before + ")";
            case REMOVED -> name + " (was " + before + ")";
            default -> after + ". " + name;
        };
    }

    private static Rank placed(String name, int after, int before) {
        if (before == 0) {
            return new Rank(Mark.ADDED, name, after, before);
        }
        return new Rank(before == after ? Mark.SAME : Mark.CHANGED, name, after, before);
    }

    private static List<String> names(List<String> experiences, Map<String, String> names) {
        return experiences.stream().map(experience -> name(experience, names)).toList();
    }

    private static String name(String reference, Map<String, String> names) {
        String name = reference.startsWith(REFERENCE) ? reference.substring(REFERENCE.length()) : names.getOrDefault(reference, reference);
        return Visible.text(name);
    }
}
