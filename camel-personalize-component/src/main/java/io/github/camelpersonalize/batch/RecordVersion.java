// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The version of a definition that a record carries: the higher, the newer.
 *
 * @param order by which versions are compared: the number, or the seconds since 1970 of a time
 * @param text as it was written
 */
record RecordVersion(BigDecimal order, String text) implements Comparable<RecordVersion> {

    private static final int MAX_DIGITS = 100;

    /** The version that a number is, or a time in ISO 8601 with an offset. */
    static Optional<RecordVersion> of(JsonNode value) {
        if (value.isNumber() && value.decimalValue().precision() <= MAX_DIGITS
                && Math.abs((long) value.decimalValue().scale()) <= MAX_DIGITS) {
            return Optional.of(new RecordVersion(value.decimalValue(), value.toString()));
        }
        return value.isTextual() ? parse(value.textValue()) : Optional.empty();
    }

    /** The version that this text was written as. */
    static Optional<RecordVersion> parse(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return Optional
                    .of(new RecordVersion(BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)), text));
        } catch (DateTimeException e) {
            return number(text);
        }
    }

    private static Optional<RecordVersion> number(String text) {
        try {
            return text.length() > MAX_DIGITS ? Optional.empty() : Optional.of(new RecordVersion(new BigDecimal(text), text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(RecordVersion other) {
        return order.compareTo(other.order);
    }
}
