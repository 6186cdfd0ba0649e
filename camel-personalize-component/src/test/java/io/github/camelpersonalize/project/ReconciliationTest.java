// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.List;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.Samples.project;
import static io.github.camelpersonalize.Samples.uid;
import static io.github.camelpersonalize.Samples.withUid;
import static org.assertj.core.api.Assertions.assertThat;

/** A create is never sent again blind: what became of it is looked up first. */
@BothDialects
class ReconciliationTest extends EmulatedRoutes {

    private static final String CREATE = "personalize:attributes?operation=create";

    @BeforeEach
    void allowRetries() {
        component().getConfiguration().setMaxRetries(3);
    }

    private String age() {
        return samples.attribute("age", "Age");
    }

    static List<Step> lostAnswers() {
        return List.of(Step.status(500), Step.status(502), Step.status(503), Step.status(504), Step.status(408),
                Step.fault(Fault.CONNECTION_RESET_BY_PEER), Step.fault(Fault.EMPTY_RESPONSE), Step.fault(Fault.MALFORMED_RESPONSE_CHUNK),
                Step.fault(Fault.RANDOM_DATA_THEN_CLOSE), Step.status(200).header("Content-Type", "text/html").body("<h1>Sign in</h1>"));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void whatWasCreatedIsAdoptedWhenItsAnswerIsLost(Step lost) {
        emulator().script(Script.on("POST", "/attributes").then(lost.applied()));

        Exchange exchange = send(CREATE, age());

        assertThat(definition(exchange)).containsEntry("key", "age").containsKey("uid");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("ADOPTED");
        assertThat(calls()).containsExactly("POST /attributes", "GET /attributes");
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void whatWasNotCreatedIsCreatedAfterALook(Step lost) {
        emulator().script(Script.on("POST", "/attributes").then(lost));

        Exchange exchange = send(CREATE, age());

        assertThat(definition(exchange)).containsEntry("key", "age");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CREATED");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeRequestCount")).isEqualTo(3);
        assertThat(calls()).containsExactly("POST /attributes", "GET /attributes", "POST /attributes");
    }

    @Test
    void theLookWaitsUntilTheServiceShowsItsOwnWrites() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(503)));

        send(CREATE, age());

        assertThat(time.sleeps().get(0)).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {421, 425, 429})
    void whatTheServiceCertainlyDidNotTakeIsSentAgainWithoutALook(int status) {
        emulator().script(Script.on("POST", "/attributes").thenStatuses(status, status));

        assertThat(send(CREATE, age()).getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CREATED");
        assertThat(calls()).containsExactly("POST /attributes", "POST /attributes", "POST /attributes");
    }

    @Test
    void whatIsThereButDifferentAfterALostCreateIsUpdated() {
        emulator().seed(PROJECT, project("attributes", samples.attribute("age", "Years", withUid(uid("a1")))));
        emulator().script(Script.on("POST", "/attributes").thenStatuses(503));

        Exchange exchange = send(CREATE, age());

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UPDATED");
        assertThat(calls()).containsExactly("POST /attributes", "GET /attributes", "PUT /attributes/" + uid("a1"));
        assertThat(definition(exchange)).containsEntry("name", "Age");
    }

    @Test
    void twoOfOneNameAfterALostCreateAreAmbiguous() {
        emulator().seed(PROJECT, project("audiences", samples.everyone("VIP", withUid(uid("a1"))),
                samples.everyone("VIP", withUid(uid("a2")))));
        emulator().script(Script.on("POST", "/audiences").thenStatuses(503));

        Exchange exchange = send("personalize:audiences?operation=create", samples.everyone("VIP"));

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class, e -> {
            assertThat(e.getOutcome()).isEqualTo(Outcome.AMBIGUOUS);
            assertThat(e).hasMessage(
                    "audience \"VIP\": 2 definitions of project \"p1\" have this name (uids " + uid("a1") + ", " + uid("a2")
                            + "); address one of them by its uid");
        });
    }

    @Test
    void aCreateThatStaysInDoubtIsUnknownAndSaysWhy() {
        emulator().script(Script.on("POST", "/attributes").then(Step.status(503)).forEver());
        time.stand();

        Exchange exchange = send(CREATE, age());

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeUnavailableException.class, e -> {
            assertThat(e.getOutcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e).hasMessage("attribute \"age\": the service failed with 503: Scripted answer; given up after 4 attempts in "
                    + time.waited() + " (maxRetries=3)");
        });
        assertThat(emulator().requests("POST", "/attributes")).hasSize(4);
    }

    @Test
    void whenTheLookFailsTooTheOutcomeIsUnknown() {
        emulator().script(Script.on("POST", "/attributes").thenStatuses(503));
        emulator().script(Script.on("GET", "/attributes").then(Step.status(200).body("{}")));

        Exchange exchange = send(CREATE, age());

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class).hasMessageStartingWith("attribute \"age\":"
                + " the service failed with 503: Scripted answer; looking it up failed: the response to GET /attributes is not a list of attributes: it is");
        assertThat(calls()).containsExactly("POST /attributes", "GET /attributes");
    }

    @Test
    void anUpdateOfWhatWasDeletedAndCreatedAnewFindsItsNewUid() {
        emulator().seed(PROJECT, project("attributes", samples.attribute("age", "Years", withUid(uid("2")))));

        Exchange exchange = send("personalize:attributes?operation=update&uid=" + uid("1"), age());

        assertThat(exchange.getMessage().getHeader("CamelPersonalizeUid")).isEqualTo(uid("2"));
        assertThat(calls()).containsExactly("PUT /attributes/" + uid("1"), "GET /attributes", "PUT /attributes/" + uid("2"));
    }
}
