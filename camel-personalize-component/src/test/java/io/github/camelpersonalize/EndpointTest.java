// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;
import java.util.Set;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.context.ComponentServices;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an endpoint creates, how often it polls, and what it tells of its traffic. */
class EndpointTest extends EmulatedEndpoints {

    private static final String LIST = "personalize:attributes?operation=list";

    private ScheduledPollConsumer consumer(String uri) throws Exception {
        return (ScheduledPollConsumer) endpoint(uri).createConsumer(exchange -> {});
    }

    @Test
    void aProducerNeedsAnOperationWithTheOptionsThatMeanSomethingForIt() {
        assertThatThrownBy(() -> endpoint("personalize:attributes").createProducer())
                .hasMessageStartingWith("personalize:attributes: the option operation is missing");
        assertThatThrownBy(() -> endpoint(LIST + "&uid=a1").createProducer())
                .hasMessageStartingWith("personalize:attributes: the option uid means nothing for operation=list");
    }

    @Test
    void aConsumerNeedsAResourceAndOptionsOfConsumers() {
        assertThatThrownBy(() -> consumer("personalize:attributes?tombstone=fail"))
                .hasMessageStartingWith("personalize:attributes: the option tombstone means nothing for a consumer");
        assertThatThrownBy(() -> consumer("personalize:geolocation"))
                .hasMessageStartingWith("personalize:geolocation: nothing can be consumed from it");
    }

    @ParameterizedTest
    @CsvSource({"'', 60000", "timeUnit=SECONDS, 60", "timeUnit=MINUTES, 1", "timeUnit=DAYS, 1", "delay=500, 500", "delay=5s, 5000",
            "delay=0, 0", "delay=5&timeUnit=DAYS, 5"})
    void aConsumerPollsOnceAMinuteUnlessItIsToldOtherwise(String options, long delay) throws Exception {
        assertThat(consumer("personalize:attributes?" + options).getDelay()).isEqualTo(delay);
    }

    @Test
    void itsSchedulerHasTheOptionsOfScheduledConsumers() throws Exception {
        assertThat(consumer("personalize:attributes?initialDelay=7&backoffMultiplier=2&backoffIdleThreshold=3"))
                .extracting(ScheduledPollConsumer::getInitialDelay, ScheduledPollConsumer::getBackoffMultiplier,
                        ScheduledPollConsumer::getBackoffIdleThreshold)
                .containsExactly(7L, 2, 3);
    }

    @Test
    void theDelayThatWasSetIsTold() {
        assertThat(endpoint("personalize:attributes?delay=500").getDelay()).isEqualTo(500);
        assertThat(endpoint("personalize:attributes").getDelay()).isEqualTo(-1);
        assertThat(endpoint("personalize:attributes").getDefaultDelay()).isEqualTo(60_000);
    }

    @Test
    void itTellsWhereItsServiceIsOnceItIsInitialized() {
        PersonalizeEndpoint endpoint = endpoint(LIST);
        assertThat(endpoint.getServiceUrl()).isEqualTo(emulator().baseUrl());
        assertThat(endpoint.getServiceProtocol()).isEqualTo("http");
        assertThat(endpoint.getServiceMetadata()).isEqualTo(Map.of("resource", "attributes", "projectUid", "p1"));
        assertThat(endpoint("personalize:projects?dialect=live&operation=list&organizationUid=o1").getServiceMetadata())
                .isEqualTo(Map.of("resource", "projects", "organizationUid", "o1"));

        PersonalizeEndpoint raw = new PersonalizeEndpoint("personalize:attributes", component(),
                new ComponentServices(context, time), new PersonalizeConfiguration(), Set.of());
        assertThat(raw.getServiceUrl()).isNull();
        assertThat(raw.getServiceMetadata()).isEmpty();
        assertThat(raw.getCurrentRequestsPerSecond()).isZero();
    }

    @Test
    void itSpeaksItsDialect() {
        assertThat(endpoint(LIST).dialect()).isEqualTo(Dialect.CONTRACT);
        assertThat(endpoint(LIST + "&dialect=live").dialect()).isEqualTo(Dialect.LIVE);
        assertThat(endpoint(LIST).getConfiguration().getOperation()).isEqualTo("list");
    }

    /** The authorization server may issue a new refresh token at each use. */
    @Test
    void endpointsOfOneOAuthClientShareItsCredentials() {
        String uri = LIST + "&authtoken=&clientId=c&clientSecret=s&tokenUrl=http://localhost:1/token";
        Credentials credentials = endpoint(uri).settings().project().credentials();

        assertThat(credentials.kind()).contains("OAuth");
        assertThat(endpoint(uri + "&maxRetries=1").settings().project().credentials()).isSameAs(credentials);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "warn"})
    void whatTheSecurityPolicyOfCamelForbidsIsRefused(String policy) {
        context.getPropertiesComponent().addInitialProperty("camel.security.policy", policy);
        String uri = "personalize:events?operation=list&allowInsecureHttp=true";

        if (policy.equals("fail")) {
            assertThatThrownBy(() -> endpoint(uri)).rootCause()
                    .hasMessageStartingWith("personalize:events: allowInsecureHttp=true is refused");
        } else {
            assertThat(endpoint(uri).dialect()).isEqualTo(Dialect.CONTRACT);
        }
    }

    @Test
    void itCountsItsRequestsRetriesAndWaits() throws Exception {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(429, 503));
        PersonalizeEndpoint endpoint = endpoint(LIST + "&maxRetries=2");
        assertThat(endpoint.getCurrentRequestsPerSecond()).isZero();

        send(LIST + "&maxRetries=2", null);

        assertThat(endpoint.getRequests()).isEqualTo(3);
        assertThat(endpoint.getRetries()).isEqualTo(2);
        assertThat(endpoint.getRateLimitedRequests()).isEqualTo(1);
        assertThat(endpoint.getWaitedMillis()).isPositive();
        assertThat(endpoint.getReconciledCreates()).isZero();
        assertThat(endpoint.getWaitingCalls()).isZero();
        assertThat(endpoint.getCurrentRequestsPerSecond()).isPositive().isLessThan(100_000);
        assertThat(endpoint.getLastProblem()).isEmpty();
    }

    @Test
    void aCreateWithoutAResponseIsLookedUpAndCounted() throws Exception {
        emulator().script(Script.on("POST", "/attributes")
                .then(Step.status(503).applied()));
        String create = "personalize:attributes?operation=create";

        send(create, AGE);

        assertThat(endpoint(create).getReconciledCreates()).isEqualTo(1);
    }

    @Test
    void aPauseOfItsRateLimitIsTold() throws Exception {
        time.stand();
        assertThat(endpoint(LIST).isPaused()).isFalse();
        emulator().script(Script.on("GET", "/attributes").thenStatuses(429));

        send(LIST, null);

        assertThat(endpoint(LIST).isPaused()).isTrue();
        assertThat(endpoint(LIST).getLastProblem()).startsWith("the organization's rate limit is used up (429)");
    }
}
