// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.text.Visible;

/**
 * One place in the order of experiences, ready to be shown.
 *
 * @param mark {@link Mark#ADDED}, {@link Mark#CHANGED} if it moves, or {@link Mark#SAME}
 * @param name the name of the experience, or its uid if the name is not known
 * @param after its place from 1
 * @param before its place from 1, or 0 if it had none
 */
record Rank(Mark mark, String name, int after, int before) {

    private static final String REFERENCE = "ref:experience/";

    /** The new order: the experiences that the manifest names, then the others in their present order. None if the order will not be written. */
    static List<Rank> of(PriorityStep step) {
        if (step.action() == Action.BLOCKED) {
            return List.of();
        }
        List<String> before = new ArrayList<>(step.before());
        List<Rank> ranks = new ArrayList<>();
        for (String experience : step.after()) {
            String uid = uid(experience, before, step);
            ranks.add(placed(name(experience, step.names()), ranks.size() + 1, step.before().indexOf(uid) + 1));
            before.remove(uid);
        }
        for (String other : before) {
            ranks.add(placed(name(other, step.names()), ranks.size() + 1, step.before().indexOf(other) + 1));
        }
        return ranks;
    }

    /** The uid of an experience, among those that have no place in the new order yet; itself if it is to be created. */
    private static String uid(String experience, List<String> left, PriorityStep step) {
        return experience.startsWith(REFERENCE)
                ? left.stream().filter(uid -> experience.substring(REFERENCE.length()).equals(step.names().get(uid))).findFirst()
                        .orElse(experience)
                : experience;
    }

    /** On one line: {@code 1. Home page hero (was 2)}. */
    String text() {
        return switch (mark) {
            case CHANGED -> after + ". " + name + " (was " + before + ")";
            default -> after + ". " + name;
        };
    }

    private static Rank placed(String name, int after, int before) {
        if (before == 0) {
            return new Rank(Mark.ADDED, name, after, before);
        }
        return new Rank(before == after ? Mark.SAME : Mark.CHANGED, name, after, before);
    }

    private static String name(String reference, Map<String, String> names) {
        String name = reference.startsWith(REFERENCE) ? reference.substring(REFERENCE.length()) : names.getOrDefault(reference, reference);
        return Visible.text(name);
    }
}
