// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.client.CallResult.Failure;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.faults.TraceLog;
import io.github.camelpersonalize.rate.Lane;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.time.StopSignal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator is told of a service. */
class ServiceLogTest {

    private static final String LOGGER = "io.github.camelpersonalize.client.ServiceLog";
    private static final CallResult DONE = new Success(200, MissingNode.getInstance());
    private static final CallResult FAILED = failure(Category.UNAVAILABLE, 503);
    private static final CallResult TOO_MANY = failure(Category.UNAVAILABLE, 429);

    private final HurriedTime time = new HurriedTime();
    private RateLimiter limiter;
    private ServiceLog log;

    @AutoClose
    private TraceLog told;

    @BeforeEach
    void listen() {
        time.stand();
        limiter = new RateLimiter(new Pace(10, 10), time, () -> 0);
        log = new ServiceLog(URI.create("https://service.example"), limiter);
        told = TraceLog.ofOperators(LOGGER);
    }

    @Test
    void anOutageIsToldWhenItBeginsAndWhenItEnds() {
        ended(FAILED, 0);
        ended(FAILED, 1);
        ended(DONE, 90);
        ended(DONE, 91);

        assertThat(warnings()).containsExactly("https://service.example fails: PUT /attributes/a1: No; what may be repeated is attempted"
                + " again, within maxRetries and retryTimeout");
        assertThat(infos()).containsExactly("https://service.example answers again, after 90.0 s");
    }

    /** What it says of a definition or of the configuration is no outage. */
    @Test
    void aServiceThatRefusesSomethingAnswers() {
        ended(FAILED, 0);
        ended(failure(Category.REJECTED, 400), 5);
        ended(failure(Category.UNAUTHORIZED, 401), 6);

        assertThat(warnings()).hasSize(1);
        assertThat(infos()).containsExactly("https://service.example answers again, after 5.0 s");
    }

    @Test
    void aServiceThatWorksIsNotMentioned() {
        ended(DONE, 0);

        assertThat(told.text()).isEmpty();
    }

    @Test
    void refusalsAreToldWithTheRateAndSoIsTheirEnd() {
        for (int i = 0; i < 2; i++) {
            limiter.refused(Optional.of(Duration.ofSeconds(3)));
            ended(TOO_MANY, i);
        }
        ended(DONE, 7);

        assertThat(warnings()).singleElement().asString().matches("https://service.example refuses requests as too many \\(429\\):"
                + " nothing is sent for 3\\.\\d s, then up to 8\\.8 requests a second instead of 10\\.0");
        assertThat(infos()).containsExactly("https://service.example accepts requests again, after 7.0 s; at present up to 8.8 a second");
    }

    @Test
    void theReturnToTheFullRateIsToldOnce() {
        limiter.refused(Optional.of(Duration.ofSeconds(3)));
        ended(TOO_MANY, 0);
        ended(DONE, 7);
        int toldBefore = infos().size();

        limiter.acquirePermit(new Lane("p1", true), Duration.ofMinutes(1),
                new StopSignal());
        time.sleep(Duration.ofMinutes(5));
        ended(DONE, 300);
        ended(DONE, 301);

        assertThat(infos().subList(toldBefore, infos().size()))
                .containsExactly("Up to 10.0 requests a second go to https://service.example again, after 300.0 s");
    }

    @Test
    void aRefusalThatIsNotToldSlowsNothingDown() {
        ended(DONE, 0);
        time.sleep(Duration.ofMinutes(5));
        ended(DONE, 300);

        assertThat(infos()).isEmpty();
    }

    @Test
    void atDebugEachRequestIsTold() {
        try (TraceLog all = new TraceLog(LOGGER)) {
            ApiRequest request = Calls.request(Calls.UPDATE);
            log.ended(request, 2, DONE, at(1), at(1) + 34_000_000);
            log.ended(request, 3, failure(Category.REJECTED, 400), at(1), at(1) + 1_000_000);

            assertThat(all.messages("DEBUG", ServiceLog.class)).containsExactly(
                    "PUT https://service.example/attributes/a1 of project p1, attempt 2: 34 ms, 200",
                    "PUT https://service.example/attributes/a1 of project p1, attempt 3: 1 ms, No");
        }
    }

    private void ended(CallResult result, long second) {
        log.ended(Calls.request(Calls.UPDATE), 1, result, at(second), at(second));
    }

    private List<String> warnings() {
        return told.messages("WARN", ServiceLog.class);
    }

    private List<String> infos() {
        return told.messages("INFO", ServiceLog.class);
    }

    private static long at(long second) {
        return Duration.ofSeconds(second).toNanos();
    }

    private static CallResult failure(Category category, int status) {
        return new Failure(new Problem(category, status, null, "No", List.of(), Retry.SAFE));
    }
}
