// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

/**
 * How fast requests may be sent, in requests a second.
 *
 * @param most the most, more than 0
 * @param start the rate of the first requests, more than 0; one above the most counts as the most
 */
public record Pace(double most, double start) {

    private static final double QUARTER = 0.25;

    /** @throws IllegalArgumentException if a number is not more than 0 */
    public Pace {
        requirePositive(most);
        requirePositive(start);
    }

    /** A pace that begins with a quarter of the most. */
    public static Pace of(double most) {
        return new Pace(most, most * QUARTER);
    }

    private static void requirePositive(double perSecond) {
        if (!(perSecond > 0 && perSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The number of requests a second must be more than 0, but is " + perSecond);
        }
    }
}
