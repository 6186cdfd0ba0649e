// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.camelpersonalize.transport.Response;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Retry-After} of a response (RFC 9110, section 10.2.3): seconds, or a date, which is compared with the server's own {@code Date},
 * because its clock may differ. What cannot be parsed is ignored; the wait is at least 0 and at most {@value #MAX_SECONDS} seconds.
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
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return Collections.min(List.of(wait, Duration.ofSeconds(MAX_SECONDS)));
    }

    private static Optional<Instant> date(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
