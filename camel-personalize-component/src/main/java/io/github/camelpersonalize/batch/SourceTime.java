// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as databases and programs write them: ISO 8601 with an offset, with a blank in place of the {@code T}, an offset without colon or minutes,
 * {@code UTC} for {@code Z}, a comma before the fraction, or the name of a time zone behind the offset.
 */
final class SourceTime {

    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:[.,](\\d{1,9}))?"
            + " ?(?:([Zz]|UTC|GMT)|([+-]\\d\\d)(?::?(\\d\\d))?)(?:\\[[\\w/+-]+])?");

    private SourceTime() {}

    /** The seconds since 1970, if the text is a time. */
    static Optional<BigDecimal> parse(String text) {
        Matcher time = TIME.matcher(text);
        return read(time.matches() ? canonical(time) : text);
    }

    private static String canonical(Matcher time) {
        StringBuilder text = new StringBuilder(time.group(1)).append('T').append(time.group(2));
        if (time.group(3) != null) {
            text.append('.').append(time.group(3));
        }
        if (time.group(4) != null) {
            return text.append('Z').toString();
        }
        return text.append(time.group(5)).append(':').append(time.group(6) == null ? "00" : time.group(6)).toString();
    }

    private static Optional<BigDecimal> read(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return Optional.of(BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
