// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The version of a definition that a record carries: the higher, the newer.
 *
 * @param order by which versions are compared: the number, or the seconds since 1970 of a time
 * @param text as it was written
 */
record RecordVersion(BigDecimal order, String text) implements Comparable<RecordVersion> {

    /** What a version may be, for messages. */
    static final String RULE = "a number or a time in ISO 8601 with an offset";

    private static final int MAX_DIGITS = 100;

    /** From here on a number may be the seconds since 1970 of a time, which is then in 1973 or later. */
    private static final BigDecimal FIRST_SECONDS = BigDecimal.valueOf(100_000_000);
    /** Each unit (seconds, milliseconds, microseconds, nanoseconds) begins where the one before ends. */
    private static final int DIGITS_OF_A_UNIT = 3;
    private static final int LAST_UNIT = 3;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWICE = BigDecimal.valueOf(2);
    private static final int PRECISION = 3;

    /** The version that a number is, or a time in ISO 8601 with an offset. */
    static Optional<RecordVersion> of(JsonNode value) {
        if (value.isNumber()) {
            return bounded(value.decimalValue(), value.toString());
        }
        return value.isTextual() ? parse(value.textValue()) : Optional.empty();
    }

    /** The version that this text was written as. */
    static Optional<RecordVersion> parse(String text) {
        if (text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        return SourceTime.parse(text).map(seconds -> new RecordVersion(seconds, text)).or(() -> number(text));
    }

    private static Optional<RecordVersion> number(String text) {
        try {
            return bounded(new BigDecimal(text), text);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<RecordVersion> bounded(BigDecimal number, String text) {
        return number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS
                ? Optional.of(new RecordVersion(number, text))
                : Optional.empty();
    }

    /**
     * Whether both are times, but one counts other units since 1970 than the other, such as milliseconds instead of seconds: which is newer, their
     * numbers do not say.
     */
    boolean isOfOtherUnit(RecordVersion other) {
        int units = unit() - other.unit();
        if (unit() < 0 || other.unit() < 0 || units == 0) {
            return false;
        }
        BigDecimal ratio = order.divide(other.order.scaleByPowerOfTen(units * DIGITS_OF_A_UNIT), PRECISION, RoundingMode.HALF_UP);
        return ratio.compareTo(HALF) >= 0 && ratio.compareTo(TWICE) <= 0;
    }

    /** In which unit it may count the time since 1970: 0 for seconds, 1 for milliseconds, and so on; -1 in none. */
    private int unit() {
        if (order.compareTo(FIRST_SECONDS) < 0) {
            return -1;
        }
        int unit = (order.precision() - order.scale() - FIRST_SECONDS.precision()) / DIGITS_OF_A_UNIT;
        return unit > LAST_UNIT ? -1 : unit;
    }

    @Override
    public int compareTo(RecordVersion other) {
        return order.compareTo(other.order);
    }
}
