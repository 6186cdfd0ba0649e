// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.StandardError;
import io.github.camelpersonalize.credentials.Credentials.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When an access token is replaced, and what happens when it cannot be. */
class RenewalTest extends AtTheTokenServer {

    @ParameterizedTest
    @CsvSource({"3600,3540", "600,540", "300,270", "'\"3600\"',3540", "1799.9,1739", "1e3,940", // as it says
            "null,3540", "'\"soon\"',3540", "true,3540", "{},3540", // says nothing of use: an hour
            "0,9", "-1,9", "1,9", // too short: ten seconds
            "999999999999,86340", "1e300,86340"}) // too long: a day
    void aTokenIsReplacedAMinuteOrATenthOfItsLifeAhead(String expiresIn, long usedForSeconds) throws Exception {
        server.then(200, """
                {"access_token": "a1", "token_type": "Bearer", "expires_in": %s}""".formatted(expiresIn));
        server.then(200, token("a2"));
        OAuthCredentials credentials = credentials();
        credentials.header();

        time.pass(Duration.ofSeconds(usedForSeconds).minusMillis(1));
        assertThat(credentials.header().value()).isEqualTo("Bearer a1");
        time.pass(Duration.ofSeconds(1));
        assertThat(credentials.header().value()).isEqualTo("Bearer a2");
    }

    @Test
    void aLifeThatIsNotGivenIsAnHour() throws Exception {
        server.then(200, """
                {"access_token": "a1", "token_type": "Bearer"}""");
        server.then(200, token("a2"));
        OAuthCredentials credentials = credentials();
        credentials.header();

        time.pass(Duration.ofMinutes(59).minusMillis(1));
        assertThat(credentials.header().value()).isEqualTo("Bearer a1");
        time.pass(Duration.ofMillis(1));
        assertThat(credentials.header().value()).isEqualTo("Bearer a2");
    }

    @Test
    void chanceMakesItUpToAQuarterOfTheMarginEarlier() {
        RandomGenerator latest = () -> -1;

        AccessToken token = AccessToken.of(new Header("authorization", "Bearer a1"), 0, Duration.ofHours(1), latest);

        assertThat(Duration.ofNanos(token.expiresAt() - token.dueAt())).isBetween(Duration.ofMillis(74_999), Duration.ofSeconds(75));
    }

    @Test
    void whileOneAsksAheadOfTimeTheOthersGoOn() throws Exception {
        server.then(200, token("a1"));
        server.then(200, token("a2"));
        OAuthCredentials credentials = credentials();
        credentials.header();
        time.pass(Duration.ofSeconds(3550));
        CountDownLatch gate = server.hold();
        FutureTask<Header> asking = new FutureTask<>(credentials::header);
        new Thread(asking).start();
        Awaitility.await().until(() -> server.requests().size() == 2);

        assertThat(credentials.header().value()).isEqualTo("Bearer a1");

        gate.countDown();
        assertThat(asking.get().value()).isEqualTo("Bearer a2");
        assertThat(credentials.header().value()).isEqualTo("Bearer a2");
    }

    @Test
    void aTokenIsUsedUntilItExpiresWhenItCannotBeReplacedAheadOfTime() throws Exception {
        server.then(200, token("a1"));
        server.then(503, "{}");
        server.then(503, "{}");
        server.then(503, "{}");
        OAuthCredentials credentials = credentials();
        credentials.header();

        time.pass(Duration.ofSeconds(3550));
        String log = StandardError.of(() -> {
            assertThat(credentials.header().value()).isEqualTo("Bearer a1");
            time.pass(Duration.ofSeconds(2));
            assertThat(credentials.header().value()).isEqualTo("Bearer a1");
            assertThat(credentials.header().value()).isEqualTo("Bearer a1");
        });
        time.pass(Duration.ofSeconds(48));
        assertThat(failure(credentials)).hasMessage("the authorization server " + server.host() + " failed with 503");
        assertThat(server.requests()).hasSize(4);
        assertThat(log).containsOnlyOnce(" WARN ")
                .contains("The access token of client app cannot be refreshed ahead of time; it is used until it expires in 50 s: "
                        + "the authorization server " + server.host() + " failed with 503");
    }

    @Test
    void aRefusedTokenIsReplacedAtOnce() throws Exception {
        server.then(200, token("a1"));
        server.then(200, token("a2"));
        OAuthCredentials credentials = credentials();

        assertThat(credentials.refresh(credentials.header())).isTrue();

        assertThat(credentials.header().value()).isEqualTo("Bearer a2");
    }

    @Test
    void aTokenThatWasReplacedAlreadyIsNotReplacedAgain() throws Exception {
        server.then(200, token("a1"));
        server.then(200, token("a2"));
        OAuthCredentials credentials = credentials();
        Header first = credentials.header();
        credentials.refresh(first);

        assertThat(credentials.refresh(first)).isTrue();

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aReplacementThatIsRefusedAsWellIsOnlyReplacedAfterAWhile() throws Exception {
        server.then(200, token("a1"));
        server.then(200, token("a2"));
        server.then(200, token("a3"));
        OAuthCredentials credentials = credentials();
        credentials.refresh(credentials.header());

        assertThat(credentials.refresh(credentials.header())).isFalse();
        assertThat(credentials.header().value()).isEqualTo("Bearer a2");
        time.pass(Duration.ofSeconds(10));
        assertThat(credentials.refresh(credentials.header())).isTrue();
        assertThat(credentials.header().value()).isEqualTo("Bearer a3");
    }

    @Test
    void aServerThatGivesTheRefusedTokenAgainIsOfNoUse() throws Exception {
        server.then(200, token("a1"));
        server.then(200, token("a1"));
        OAuthCredentials credentials = credentials();

        assertThat(credentials.refresh(credentials.header())).isFalse();
    }
}
