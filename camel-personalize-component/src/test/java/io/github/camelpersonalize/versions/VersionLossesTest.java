// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.LiveRoutes;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a version when a response is lost, says nothing, or cannot be looked up. */
class VersionLossesTest extends LiveRoutes {

    private static final String EXPERIENCE = "6710a1b2c3d4e5f601020306";
    private static final String ACTIVE = "6710d0d1d2d3d4d5d6d7d8a1";
    private static final String HERO = "personalize:experiences?uid=" + EXPERIENCE + "&operation=";
    private static final String VERSIONS = "/experiences/" + EXPERIENCE + "/versions";
    private static final String DRAFT = "{\"status\": \"DRAFT\", \"variants\": []}";
    private static final String LOCKED = "{\"error\": \"personalize.EXPERIENCES.VERSIONS.CANNOT_UPDATE_LOCKED_VERSION\", \"message\": \"no\"}";

    @BeforeEach
    void anExperienceWithAnActiveVersion() {
        emulator().seed(PROJECT, """
                {"experiences": [{"uid": "%s", "name": "Hero", "__type": "SEGMENTED", "versions": [{"uid": "%s", "status": "ACTIVE",
                 "variants": []}]}]}""".formatted(EXPERIENCE, ACTIVE));
        emulator().clearRequests();
    }

    private static String outcome(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelPersonalizeOutcome", String.class);
    }

    private static String told(Exchange exchange) {
        return exchange.getException() == null ? outcome(exchange) : exchange.getException().getMessage();
    }

    @Test
    void aCreateWhoseResponseNamesNoVersionIsLookedUp() {
        emulator().script(Script.on("POST", VERSIONS).then(Step.pass().body("{}")));

        Exchange exchange = send(HERO + "createVersion", DRAFT);

        assertThat(outcome(exchange)).isEqualTo("CREATED");
        assertThat(definition(exchange)).containsEntry("status", "DRAFT").containsKey("uid");
        assertThat(calls()).containsExactly("POST " + VERSIONS, "GET " + VERSIONS);
    }

    @Test
    void whereThereIsNoDraftThenNobodyKnowsWhatTheResponseMeans() {
        emulator().script(Script.on("POST", VERSIONS).then(Step.status(201).body("{}")));

        Exchange exchange = send(HERO + "createVersion", DRAFT);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class);
        assertThat(told(exchange)).isEqualTo("experience: the response (201) has no usable uid");
    }

    @Test
    void aDraftThatTheServiceSaysIsThereAndDoesNotListIsRefused() {
        emulator().script(Script.on("POST", VERSIONS).then(Step.status(409).body("{\"message\": \"there is a draft\"}")));

        Exchange exchange = send(HERO + "createVersion", DRAFT);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class);
        assertThat(told(exchange)).isEqualTo("experience: the service refused it with 409: there is a draft");
    }

    @Test
    void aCreateThatCannotBeLookedUpIsToldWithBothReasons() {
        emulator().script(Script.on("POST", VERSIONS).then(Step.fault(Fault.EMPTY_RESPONSE)));
        emulator().script(Script.on("GET", VERSIONS).then(Step.status(400).body("{\"message\": \"not now\"}")).forEver());

        Exchange exchange = send(HERO + "createVersion&maxRetries=3", DRAFT);

        assertThat(told(exchange))
                .isEqualTo("experience: no response from 127.0.0.1: The target server failed to respond; looking its versions"
                        + " up failed: the service refused it with 400: not now");
        assertThat(outcome(exchange)).isEqualTo("UNKNOWN");
    }

    @Test
    void aVersionThatHasTheStatusAlreadyIsNotWritten() {
        assertThat(told(send(HERO + "activate&versionUid=" + ACTIVE, null))).isEqualTo("UNCHANGED");
        assertThat(calls()).containsExactly("GET " + VERSIONS);
    }

    @Test
    void aRefusalIsNotLookedUp() {
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").then(Step.status(400).body(LOCKED)));

        Exchange exchange = send(HERO + "updateVersion&versionUid=" + ACTIVE, DRAFT);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class);
        assertThat(calls()).containsExactly("PUT " + VERSIONS + "/" + ACTIVE);
    }

    @Test
    void aRefusalAfterALossIsToldWhereItCannotBeLookedUp() {
        emulator().script(
                Script.on("PUT", "/experiences/*/versions/*").then(Step.fault(Fault.EMPTY_RESPONSE), Step.status(400).body(LOCKED)));
        emulator().script(Script.on("GET", VERSIONS).then(Step.status(400).body("{\"message\": \"not now\"}")).forEver());

        Exchange exchange = send(HERO + "updateVersion&versionUid=" + ACTIVE + "&maxRetries=3", DRAFT);

        assertThat(calls()).containsExactly("PUT " + VERSIONS + "/" + ACTIVE, "PUT " + VERSIONS + "/" + ACTIVE, "GET " + VERSIONS);
        assertThat(exchange.getException()).isInstanceOf(PersonalizeException.class);
        assertThat(told(exchange)).isEqualTo("experience: the service refused it with 400: no"
                + " (personalize.EXPERIENCES.VERSIONS.CANNOT_UPDATE_LOCKED_VERSION); a version that was activated does not change: put the change into a"
                + " new draft, and activate that");
    }

    @Test
    void theVersionsOfAnExperienceThatIsNotThereAreNotFound() {
        Exchange exchange = send("personalize:experiences?operation=listVersions&uid=6710d0d1d2d3d4d5d6d7d8ff", null);

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class,
                e -> assertThat(e.getStatus()).isEqualTo(404));
        assertThat(told(exchange)).isEqualTo(
                "experience: the service refused it with 404: There is no experience with the uid 6710d0d1d2d3d4d5d6d7d8ff");
    }
}
