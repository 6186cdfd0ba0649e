// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.camelpersonalize.transport.Response;

/**
 * How long a server asks to be left alone (RFC 9110, section 10.2.3): seconds, or a date, which is measured against the server's own
 * {@code Date} because its clock may differ from ours. What cannot be understood is taken for silence; what is too long is cut to
 * {@value #MAX_SECONDS} seconds, what is past to nothing.
 */
final class RetryAfter {

    static final long MAX_SECONDS = 3600;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,100}");

    private RetryAfter() {}

    static Optional<Duration> of(Response response, Instant now) {
        String value = response.header("retry-after");
        if (value == null) {
            return Optional.empty();
        }
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(new BigInteger(text).min(BigInteger.valueOf(MAX_SECONDS)).longValue()));
        }
        return date(text).map(until -> clamp(Duration.between(date(response.header("date")).orElse(now), until)));
    }

    private static Duration clamp(Duration wait) {
        Duration max = Duration.ofSeconds(MAX_SECONDS);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(max) > 0 ? max : wait;
    }

    private static Optional<Instant> date(String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
