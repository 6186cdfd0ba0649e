// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.client.Calls.NOW;
import static io.github.camelpersonalize.client.Calls.response;
import static org.assertj.core.api.Assertions.assertThat;

/** What responses say about when and how fast to send. */
class ResponseHeadersTest {

    /** Without a date of the response, at the point of time {@link Calls#NOW}, 00:00:00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             |                               | 0
            ' 7 '                         |                               | 7
            3600                          |                               | 3600
            3601                          |                               | 3600
            99999999999999999999          |                               | 3600
            Thu, 01 Jan 2026 00:00:30 GMT |                               | 30
            Thu, 01 Jan 2026 00:00:30 GMT | Thu, 01 Jan 2026 00:00:20 GMT | 10
            Thu, 01 Jan 2026 00:00:30 GMT | yesterday                     | 30
            Thu, 01 Jan 2026 00:00:30 GMT | Thu, 01 Jan 2026 00:00:31 GMT | 0
            Thu, 01 Jan 2026 01:00:00 GMT |                               | 3600
            Thu, 01 Jan 2026 01:00:01 GMT |                               | 3600
            """)
    void retryAfterIsATimeUpToAnHour(String value, String date, long seconds) {
        assertThat(retryAfter(value, date)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "7s"})
    void whatIsNoTimeIsIgnored(String value) {
        assertThat(retryAfter(value, null)).isEmpty();
    }

    @Test
    void withoutRetryAfterThereIsNone() {
        assertThat(RetryAfter.of(response(429, ""), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "' 10 ', 10", "999999, 999999"})
    void theRateLimitIsANumberOfRequestsASecond(String value, double perSecond) {
        assertThat(RateLimitHeader.perSecond(response(200, Map.of("x-ratelimit-limit", value), ""))).contains(perSecond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "2.5", "1000000", "10, 20", "unlimited"})
    void whatIsNoRateIsIgnored(String value) {
        assertThat(RateLimitHeader.perSecond(response(200, Map.of("x-ratelimit-limit", value), ""))).isEmpty();
    }

    private static Optional<Duration> retryAfter(String value, String date) {
        Map<String, String> headers = new HashMap<>();
        headers.put("retry-after", value);
        headers.put("date", date);
        return RetryAfter.of(response(429, headers, ""), NOW);
    }
}
