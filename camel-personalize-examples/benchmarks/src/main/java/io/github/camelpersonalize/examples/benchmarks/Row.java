// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.Locale;

/**
 * One figure of the table.
 *
 * @param what what was measured, with its unit
 * @param measured the figure
 * @param must the bound that it must keep
 * @param isUpper whether the bound is the most, not the least
 */
record Row(String what, double measured, double must, boolean isUpper) {

    static Row atLeast(String what, double must, double measured) {
        return new Row(what, measured, must, false);
    }

    static Row atMost(String what, double must, double measured) {
        return new Row(what, measured, must, true);
    }

    boolean isKept() {
        return isUpper ? measured <= must : measured >= must;
    }

    String bound() {
        return (isUpper ? "at most " : "at least ") + text(must);
    }

    String figure() {
        return text(measured);
    }

    private static String text(double number) {
        return number >= 100 ? String.format(Locale.ROOT, "%,.0f", number) : String.format(Locale.ROOT, "%.2f", number);
    }
}
