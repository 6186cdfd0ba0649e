// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.Locale;

/**
 * One figure of the table.
 *
 * @param what what was measured, with its unit
 * @param measured the figure
 * @param goal what it is to reach
 * @param bound what it must keep: beyond it something has become worse. Where the goal is reached, it is the goal
 * @param isUpper whether goal and bound are the most, not the least
 */
record Row(String what, double measured, double goal, double bound, boolean isUpper) {

    static Row atLeast(String what, double goal, double measured) {
        return new Row(what, measured, goal, goal, false);
    }

    /** A figure to compare others with. */
    static Row only(String what, double measured) {
        return atMost(what, Double.POSITIVE_INFINITY, measured);
    }

    static Row atMost(String what, double goal, double measured) {
        return new Row(what, measured, goal, goal, true);
    }

    /** The same where the goal is not reached yet: the check fails beyond another bound. */
    Row butFailsBeyond(double other) {
        return new Row(what, measured, goal, other, isUpper);
    }

    boolean isKept() {
        return isWithin(bound);
    }

    boolean isReached() {
        return isWithin(goal);
    }

    private boolean isWithin(double limit) {
        return isUpper ? measured <= limit : measured >= limit;
    }

    String figure() {
        return rounded(measured);
    }

    String goalText() {
        if (goal == Double.POSITIVE_INFINITY) {
            return "";
        }
        return (isUpper ? "at most " : "at least ") + rounded(goal) + (isReached() ? "" : ", not reached");
    }

    String boundText() {
        return bound == Double.POSITIVE_INFINITY ? "" : rounded(bound);
    }

    /** Whole from 100 on, else with two digits. */
    static String rounded(double number) {
        if (Double.isNaN(number)) {
            return "not measured";
        }
        boolean isWhole = number >= 100 || number == Math.rint(number);
        return String.format(Locale.ROOT, isWhole ? "%,.0f" : "%.2f", number);
    }
}
