// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page asks the administration for: single definitions and requests, changes by hand, filters. */
@ExtendWith(PersonalizeEmulatorExtension.class)
class LookInTest {

    private static final String P1 = "/emulator/projects/p1/";

    private PersonalizeEmulator emulator;
    private Client client;

    @BeforeEach
    void seed(PersonalizeEmulator running) {
        emulator = running;
        client = new Client(running);
        emulator.seed("p1",
                """
                        {"attributes": [{"uid": "a1", "name": "Age", "key": "age", "data_type": "number"}],
                         "audiences": [{"uid": "u1", "name": "Adults", "rules": [{"attribute": "a1", "at_least": 18.00}]},
                                       {"uid": "u2", "name": "By key", "rules": {"any": ["x", "age"]}},
                                       {"uid": "u3", "name": "age", "rules": []}],
                         "experiences": [{"uid": "e1", "name": "Hero", "type": "SEGMENTED", "variants": [{"uid": "v1", "name": "A", "audience_uid": "u1"}]}]}""");
    }

    @Test
    void aDefinitionOpensWithAllItsMembersAndDigits() {
        JsonNode opened = admin("GET", P1 + "audiences/u1", "").json();

        assertThat(opened.path("text").asText()).startsWith("""
                {
                  "uid" : "u1",
                  "name" : "Adults",
                  "rules" : [
                    {
                      "attribute" : "a1",
                      "at_least" : 18.00
                    }
                  ],
                  "created_at" : \"""");
        assertThat(opened.path("editable").asText()).contains("18.00").doesNotContain("uid", "created_at");
    }

    @Test
    void aDefinitionSaysWhoRefersToIt() {
        assertThat(admin("GET", P1 + "attributes/a1", "").json().path("usedBy").toString()).isEqualTo("""
                [{"kind":"audiences","uid":"u1","name":"Adults","at":"rules/0/attribute"},\
                {"kind":"audiences","uid":"u2","name":"By key","at":"rules/any/1"}]""");
        assertThat(admin("GET", P1 + "audiences/u1", "").json().path("usedBy").toString()).isEqualTo("""
                [{"kind":"experiences","uid":"e1","name":"Hero","at":"variants/0/audience_uid"}]""");
        assertThat(admin("GET", P1 + "experiences/e1", "").json().path("usedBy")).isEmpty();
    }

    @Test
    void aChangeByHandIsDoneByTheRulesOfTheServiceAndIsNoRequestOfAClient() {
        emulator.script(Script.on("*", "/**").thenStatuses(503));

        assertThat(admin("PUT", P1 + "attributes/a1", "{\"name\": \"Years\", \"key\": \"age\", \"data_type\": \"number\"}").status())
                .isEqualTo(200);
        assertThat(admin("PUT", P1 + "attributes/a1", "{\"name\": 1}").status()).isEqualTo(400);
        assertThat(admin("DELETE", P1 + "audiences/u2", "").status()).isEqualTo(200);

        assertThat(emulator.project("p1").attribute("age").path("name").asText()).isEqualTo("Years");
        assertThat(emulator.project("p1").audiences()).hasSize(2);
        assertThat(emulator.requests()).isEmpty();
        assertThat(emulator.scriptsLeft()).hasSize(1);
    }

    @Test
    void whatTheServiceCannotChangeIsChangedWithoutItsRules() {
        String uid = client.post("/events", "{\"name\": \"Buy\", \"key\": \"buy\"}").uid();
        JsonNode created = emulator.project("p1").event("buy").path("created_at");

        assertThat(admin("PUT", P1 + "events/" + uid, "{\"name\": \"Bought\", \"key\": \"buy\", \"uid\": \"x\"}").status()).isEqualTo(200);
        assertThat(admin("PUT", P1 + "events/" + uid, "[").message()).isEqualTo("The body must be a JSON object.");
        assertThat(admin("PUT", P1 + "events/x", "{}").message()).isEqualTo("There is no definition with the uid 'x'.");

        assertThat(emulator.project("p1").event("buy").toString())
                .isEqualTo("{\"uid\":\"" + uid + "\",\"name\":\"Bought\",\"key\":\"buy\",\"created_at\":" + created + "}");
        assertThat(admin("DELETE", P1 + "events/" + uid, "").status()).isEqualTo(200);
        assertThat(emulator.project("p1").events()).isEmpty();
        assertThat(emulator.project("p1").audiences()).hasSize(3);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(admin("GET", P1 + "events/x", "").message()).isEqualTo("There is no event with the uid 'x'.");
        assertThat(admin("GET", "/emulator/projects/p9/events/x", "").message()).isEqualTo("There is no project with the uid 'p9'.");
        assertThat(admin("DELETE", "/emulator/projects/p9/events/x", "").message()).isEqualTo("There is no project with the uid 'p9'.");
        assertThat(emulator.project("p9").exists()).isFalse();
        assertThat(admin("GET", P1 + "geolocation/x", "").message()).isEqualTo("There is nothing at /emulator/projects/p1/geolocation/x.");
        assertThat(admin("GET", "/emulator/requests/7", "").message()).isEqualTo("There is no request number 7 among those that are kept.");
        assertThat(admin("GET", "/emulator/requests/x", "").message()).isEqualTo("There is no request number x among those that are kept.");
    }

    @Test
    void aUidMayHoldAnyCharacter() {
        emulator.seed("a b/c+d", "{\"events\": [{\"uid\": \"e é\", \"key\": \"k\", \"name\": \"N\"}]}");

        assertThat(admin("GET", "/emulator/projects/a%20b%2Fc+d/events/e%20%C3%A9", "").json().path("name").asText()).isEqualTo("N");
        assertThat(admin("GET", "/emulator/projects/a%20b%2Fc+d", "").json().path("events")).hasSize(1);
    }

    @Test
    void aRequestOpensWithHeadersBodyAndAnswerAndWithoutSecrets() {
        client.post("/events", "{\"key\": \"buy\"}");

        JsonNode opened = admin("GET", "/emulator/requests/1", "").json();

        assertThat(opened.at("/headers/authtoken").asText()).isEqualTo("***");
        assertThat(opened.at("/headers/x-project-uid").asText()).isEqualTo("p1");
        assertThat(opened.path("body").asText()).isEqualTo("{\"key\": \"buy\"}");
        assertThat(opened.path("answer").toString()).isEqualTo(
                """
                        {"headers":{"Content-Type":"application/json"},"body":"{\\"message\\":\\"The event is refused: name is required.\\",\\"status\\":400}","length":66}""");
    }

    @Test
    void aBrokenConnectionHasNoAnswer() {
        emulator.script(Script.on("DELETE", "/attributes/*").then(Step.fault(Fault.MALFORMED_RESPONSE_CHUNK).applied()));
        try {
            client.trySend(client.request("/attributes/x").DELETE());
        } catch (IOException broken) {
            assertThat(broken).isNotNull();
        }

        JsonNode opened = admin("GET", "/emulator/requests/1", "").json();
        assertThat(opened.path("fault").asText()).isEqualTo("MALFORMED_RESPONSE_CHUNK");
        assertThat(opened.path("answer").toString()).isEqualTo("{\"headers\":{},\"body\":\"\",\"length\":0}");
    }

    @ParameterizedTest
    @CsvSource({"'', 3", "project=p2, 1", "project=p, 0", "outcome=2, 2", "outcome=4, 1", "outcome=5, 0", "outcome=broken, 0",
            "text=BUY, 1",
            "text=post, 1", "text=404, 1", "text=events&outcome=2&project=p1, 1", "text=a%20b, 0"})
    void requestsAreFiltered(String filter, int expected) {
        client.send(client.bare("/events").header("authtoken", "emulator-authtoken").header("x-project-uid", "p2"));
        client.post("/events", "{\"key\": \"buy\", \"name\": \"Buy\"}");
        client.get("/attributes/none/x");

        JsonNode overview = admin("GET", "/emulator/overview?" + filter, "").json();
        assertThat(overview.path("matching").asInt()).isEqualTo(expected);
        assertThat(overview.path("requests")).hasSize(expected);
        assertThat(overview.path("total").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"'', 3", "adu, 1", "U2, 1", "none, 0"})
    void definitionsAreFoundByUidNameOrKey(String find, int expected) {
        JsonNode audiences = admin("GET", "/emulator/overview?find=" + find, "").json().at("/projects/0/audiences");

        assertThat(audiences.path("count").asInt()).isEqualTo(3);
        assertThat(audiences.path("matching").asInt()).isEqualTo(expected);
        assertThat(audiences.path("newest")).hasSize(expected);
    }

    @Test
    void theOverviewShowsTheOrderOfExperiencesAndTheScripts() {
        emulator.script(Script.on("POST", "/events").thenStatuses(503, 503));

        JsonNode overview = admin("GET", "/emulator/overview", "").json();
        assertThat(overview.at("/projects/0/priority").toString())
                .isEqualTo("{\"count\":1,\"first\":[{\"uid\":\"e1\",\"name\":\"Hero\"}]}");
        assertThat(overview.path("scripts").toString())
                .isEqualTo("[{\"title\":\"POST /events\",\"next\":\"503\",\"left\":2}]");
    }

    @Test
    void theOverviewShowsWhatEachScriptDoesNext() {
        emulator.script(Script.on("*", "/**").then(Step.status(504).applied(), Step.pass()));
        emulator.script(Script.on("GET", "/**").then(Step.pass().after(Duration.ofSeconds(10))));
        emulator.script(Script.on("GET", "/**").then(Step.fault(Fault.EMPTY_RESPONSE)));

        assertThat(admin("GET", "/emulator/overview", "").json().path("scripts").findValuesAsText("next"))
                .containsExactly("504, carried out", "answer after 10000 ms", "EMPTY_RESPONSE");
    }

    private Client.Answer admin(String method, String path, String body) {
        return client.send(client.bare(path).method(method, BodyPublishers.ofString(body)));
    }
}
