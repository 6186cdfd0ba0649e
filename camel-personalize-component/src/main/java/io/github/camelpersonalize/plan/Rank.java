// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One place in an order of experiences, ready to be shown.
 *
 * @param mark {@link Mark#ADDED}, {@link Mark#REMOVED}, {@link Mark#CHANGED} when it moves, or {@link Mark#SAME}
 * @param name the experience's name, or its uid when no name is known
 * @param is its place from 1, or 0 when it will have none
 * @param was its place from 1, or 0 when it had none
 */
record Rank(Mark mark, String name, int is, int was) {

    private static final String REFERENCE = "ref:experience/";

    /** The new order, followed by what loses its place. */
    static List<Rank> of(PriorityStep order) {
        List<String> actual = order.before().stream().map(uid -> name(uid, order.names())).toList();
        List<String> desired = order.after().stream().map(text -> name(text, order.names())).toList();
        List<Rank> ranks = new ArrayList<>();
        for (int i = 0; i < desired.size(); i++) {
            int was = actual.indexOf(desired.get(i)) + 1;
            ranks.add(new Rank(was == 0 ? Mark.ADDED : was == i + 1 ? Mark.SAME : Mark.CHANGED, desired.get(i), i + 1, was));
        }
        for (int i = 0; i < actual.size(); i++) {
            if (!desired.contains(actual.get(i))) {
                ranks.add(new Rank(Mark.REMOVED, actual.get(i), 0, i + 1));
            }
        }
        return ranks;
    }

    /** On one line: {@code 1. Home page hero (was 2)}. */
    String text() {
        String place = is == 0 ? "" : is + ". ";
        String past = mark == Mark.CHANGED || mark == Mark.REMOVED ? " (was " + was + ")" : "";
        return place + name + past;
    }

    private static String name(String reference, Map<String, String> names) {
        String name = reference.startsWith(REFERENCE) ? reference.substring(REFERENCE.length()) : names.getOrDefault(reference, reference);
        return Visible.text(name);
    }
}
