// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.net.http.HttpRequest.BodyPublishers;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Scripts, the journal and the administration do for the live personality what they do for the contract. */
class LiveBackstageTest {

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults());

    private PersonalizeEmulator emulator;
    private Client client;
    private JsonNode hero;

    @BeforeEach
    void connect() {
        emulator = EMULATOR.emulator();
        client = new Client(emulator);
        hero = client.post("/experiences", Live.segmented("Hero")).json();
    }

    @Test
    void requestsAreCountedByTheirPathWithoutUids() {
        client.put(draft(), Live.version("DRAFT"));
        client.get("/edge/manifest");
        client.get("/nothing");

        assertThat(emulator.requestCounts()).hasToString(
                "{GET /edge/manifest=1, GET other=1, POST /experiences=1, PUT /experiences/{id}/versions/{version}=1}");
        assertThat(emulator.requests()).extracting(request -> request.operation()).containsExactly("createExperience", "updateVersion",
                "getManifest", "");
    }

    @Test
    void aScriptedErrorHasTheShapeOfTheService() {
        emulator.script(Script.on("PUT", "/experiences/*/versions/*").thenStatuses(503, 401));

        assertThat(client.put(draft(), Live.version("DRAFT")).text()).isEqualTo(Live.error("emulator.SCRIPTED", "Scripted answer"));
        assertThat(client.put(draft(), Live.version("DRAFT")).json().path("error_code").asInt()).isEqualTo(105);
        assertThat(client.put(draft(), Live.version("DRAFT")).status()).isEqualTo(200);
    }

    @Test
    void anAnswerCanBeLostAfterTheChange() {
        emulator.script(Script.on("POST", "/events").withKey("paid").then(Step.fault(Fault.CONNECTION_RESET_BY_PEER).applied()));

        assertThatThrownBy(() -> client.post("/events", "{\"key\": \"paid\"}")).isInstanceOf(AssertionError.class);

        assertThat(emulator.project("p1").event("paid").path("uid").asText()).matches("[0-9a-f]{24}");
    }

    @Test
    void thePageShowsTheObjects() {
        JsonNode shown = admin("GET", "/emulator/overview", "").json().at("/projects/0/experiences/newest/0");

        assertThat(shown).hasToString("{\"uid\":\"" + hero.path("uid").asText()
                + "\",\"name\":\"Hero\",\"key\":\"\",\"type\":\"SEGMENTED\",\"status\":\"DRAFT\",\"created_at\":\"2026-11-02T09:15:00.000Z\"}");
    }

    @Test
    void theAdministrationKnowsTheWordsOfTheService() {
        String path = "/emulator/projects/p1/experiences/" + hero.path("uid").asText() + "/status";

        assertThat(admin("POST", path, "{\"status\": \"PAUSED\"}").status()).isEqualTo(200);
        assertThat(client.get("/experiences").json().at("/0/status").asText()).isEqualTo("PAUSED");
        assertThat(admin("POST", path, "{\"status\": \"ENDED\"}").message())
                .isEqualTo("The body must be {\"status\": ...} with one of DRAFT, ACTIVE, PAUSED, ARCHIVED.");
    }

    @Test
    void aResetForgetsEverything() {
        emulator.reset();

        assertThat(emulator.project("p1").exists()).isFalse();
        assertThat(client.post("/experiences", Live.segmented("Hero")).json().path("shortUid").asText()).isEqualTo("0");
    }

    private String draft() {
        return "/experiences/" + hero.path("uid").asText() + "/versions/" + hero.path("latestVersion").asText();
    }

    private Client.Answer admin(String method, String path, String body) {
        return client.send(client.bare(path).method(method, BodyPublishers.ofString(body)));
    }
}
