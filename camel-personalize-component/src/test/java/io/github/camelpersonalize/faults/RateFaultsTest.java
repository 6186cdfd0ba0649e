// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.faultserver.Answer;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.RecordedRequest;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How long the service asks to be left alone, in all the ways in which servers say so. */
@BothDialects
class RateFaultsTest extends ServerFaultRoutes {

    /** So much is added to what the service asks for, and waited at most before a first retry of which it says nothing. */
    private static final Duration JITTER = Duration.ofMillis(250);
    private static final String DATE = "Tue, 05 Mar 2024 10:00:00 GMT";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            F37 2                             |                               | 2
            F37 0                             |                               | 0
            F37 100                           |                               | 100
            F37 Tue, 05 Mar 2024 10:00:07 GMT | Tue, 05 Mar 2024 10:00:00 GMT | 7
            F37 Tue, 05 Mar 2024 09:00:00 GMT | Tue, 05 Mar 2024 10:00:00 GMT | 0
            F37 Tue, 05 Mar 2024 10:00:07 GMT |                               | 0
            F37 -1                            |                               | 0
            F37 -99999999999999999999         |                               | 0
            F37 abc                           |                               | 0
            F37 1.5                           |                               | 0
            F37 2e3                           |                               | 0
            F37 Infinity                      |                               | 0
            F37 NaN                           |                               | 0
            F37 0x10                          |                               | 0
            F37 2, 3                          |                               | 0
            F37 Tue, 99 Mar 2024 10:00:07 GMT | Tue, 05 Mar 2024 10:00:00 GMT | 0
            F47 Mon, 06 Mar 2034 10:00:07 GMT | Mon, 06 Mar 2034 10:00:00 GMT | 7
            F47 Mon, 04 Mar 1996 10:00:07 GMT | Mon, 04 Mar 1996 10:00:00 GMT | 7
            """)
    void F37_F47_theWaitIsWhatTheServiceAsksForByItsOwnClockAndALittleMore(String line, String date, int seconds) {
        server.on(GET_ATTRIBUTES, Answers.status(503).header("Retry-After", line.substring(4)).header("Date", date));

        assertThat(send(LIST, null).getException()).isNull();

        assertThat(calls()).containsExactly(GET_ATTRIBUTES, GET_ATTRIBUTES);
        Duration asked = Duration.ofSeconds(seconds);
        assertThat(time.sleeps()).singleElement().satisfies(wait -> assertThat(wait).isBetween(asked, asked.plus(JITTER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"121", "3600", "99999999999999999999", "Wed, 06 Mar 2024 10:00:00 GMT"})
    void F37_whatIsLongerThanTheBudgetIsNotWaitedFor(String retryAfter) {
        server.always(GET_ATTRIBUTES, Answers.status(503).header("Retry-After", retryAfter).header("Date", DATE));

        time.stand();

        assertThat(unavailable(send(LIST, null)))
                .hasMessage("attribute: the service failed with 503: scripted; given up after 1 attempt in 0.0 s,"
                        + " because the next could not begin within retryTimeout=120000ms (the service asks for "
                        + ("121".equals(retryAfter) ? "121" : "3600") + " s)");

        assertThat(calls()).containsExactly(GET_ATTRIBUTES);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void F37_jitterIsAddedSoThatThoseWhoWereToldTheSameDoNotReturnTogether() {
        component().getConfiguration().setMaxRetries(20);
        server.on(GET_ATTRIBUTES, many(20, Answers.status(503).header("Retry-After", "1")));

        send(LIST, null);

        assertThat(time.sleeps()).hasSize(20).allSatisfy(wait -> assertThat(wait.toMillis()).isBetween(1000L, 1250L))
                .satisfies(waits -> assertThat(waits.stream().distinct().count()).isGreaterThan(5));
    }

    @Test
    void F37_after429NobodySendsForAsLongAsTheServiceAsks() {
        send(LIST, null);
        server.on(GET_ATTRIBUTES, Answers.status(429).header("Retry-After", "1").header("X-RateLimit-Limit", "50")
                .header("X-RateLimit-Remaining", "0"));

        assertThat(send(LIST, null).getException()).isNull();

        List<RecordedRequest> recorded = server.recorded();
        assertThat(recorded).hasSize(3);
        assertThat(Duration.ofNanos(recorded.get(2).nanoTime() - recorded.get(1).nanoTime())).isGreaterThan(Duration.ofSeconds(1));
    }

    /** The rate limit's clock is the real one here: what it took is told, not only the waits between the attempts. */
    @Test
    void F37_whoGivesUpAfter429TellsHowLongItTookWithTheTimeBehindTheRateLimit() {
        server.always(POST_ATTRIBUTES, Answers.status(429).header("Retry-After", "1"));

        String told = unavailable(send(CREATE + "&maxRetries=1", age())).getMessage();

        Duration waited = time.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(told).matches("attribute \"age\": the organization's rate limit is used up \\(429\\): scripted;"
                + " given up after 2 attempts in \\d\\.\\d s \\(maxRetries=1\\)");
        assertThat(Double.parseDouble(told.replaceFirst(".* in (.*) s .*", "$1"))).isGreaterThan(waited.toMillis() / 1000.0 + 0.9);
    }

    @Test
    void F37_after429ACreateIsSentAgainWithoutALook() {
        server.on(POST_ATTRIBUTES, Answers.status(429), Answers.status(429));

        assertOutcome(send(CREATE, age()), "CREATED", 3);

        assertThat(calls()).containsExactly(POST_ATTRIBUTES, POST_ATTRIBUTES, POST_ATTRIBUTES);
    }

    @Test
    @Timeout(30)
    void F37_whoeverComesWhileTheServiceIsToBeLeftAloneForLongIsToldSoAtOnce() {
        server.on(POST_ATTRIBUTES, Answers.status(429).header("Retry-After", "1000"));
        assertThat(unavailable(send(CREATE, age()))).hasMessageEndingWith("(the service asks for 1000 s)");

        Exchange exchange = send(CREATE, age());

        PersonalizeUnavailableException failed = unavailable(exchange);
        assertThat(failed.getMessage()).matches("attribute \"age\": not sent, because the service asked to wait another"
                + " (1000|99\\d) s, which is more than 120 s \\(the longer of retryTimeout and requestTimeout\\)");
        assertThat(failed.getOutcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeRequestCount")).isEqualTo(0);
        assertThat(calls()).containsExactly(POST_ATTRIBUTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "Infinity", "1e9", "99999999999999999999", ""})
    void F37_aLimitThatMakesNoSenseIsIgnored(String limit) {
        server.always("** **", Answers.good().header("X-RateLimit-Limit", limit).header("X-RateLimit-Remaining", "-5")
                .header("X-RateLimit-Reset", "99999999999999999999"));

        for (int i = 0; i < 3; i++) {
            assertThat(send(LIST, null).getException()).isNull();
        }
    }

    private static Answer[] many(int times, Answer answer) {
        Answer[] answers = new Answer[times];
        Arrays.fill(answers, answer);
        return answers;
    }
}
