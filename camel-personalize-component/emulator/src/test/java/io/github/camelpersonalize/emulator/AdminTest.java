// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.net.http.HttpRequest.BodyPublishers;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PersonalizeEmulatorExtension.class)
class AdminTest {

    private PersonalizeEmulator emulator;
    private Client client;

    @BeforeEach
    void connect(PersonalizeEmulator running) {
        emulator = running;
        client = new Client(running);
    }

    @Test
    void aProjectIsSeededShownAndTakenAway() {
        Client.Answer seeded = admin("PUT", "/emulator/projects/p1", """
                {"events": [{"uid": "e1", "key": "purchase", "name": "Purchase", "created_at": "2020-01-01T00:00:00.000Z"}]}""");

        assertThat(seeded.text()).isEqualTo("""
                {"attributes":[],"audiences":[],\
                "events":[{"uid":"e1","key":"purchase","name":"Purchase","created_at":"2020-01-01T00:00:00.000Z"}],\
                "experiences":[],"priority":[]}""");
        assertThat(admin("GET", "/emulator/projects/p1", "").text()).isEqualTo(seeded.text());
        assertThat(admin("GET", "/emulator/state", "").text()).isEqualTo("{\"projects\":{\"p1\":" + seeded.text() + "}}");

        assertThat(admin("DELETE", "/emulator/projects/p1", "").status()).isEqualTo(200);
        assertThat(emulator.project("p1").exists()).isFalse();
        String gone = "{\"message\":\"There is no project with the uid 'p1'.\",\"status\":404}";
        assertThat(admin("DELETE", "/emulator/projects/p1", "").text()).isEqualTo(gone);
        assertThat(admin("GET", "/emulator/projects/p1", "").text()).isEqualTo(gone);
    }

    @Test
    void whatIsShownCanSeedAnotherProject() {
        client.post("/experiences", "{\"name\": \"A\", \"type\": \"AB_TEST\"}");
        client.post("/audiences", "{\"name\": \"Adults\", \"rules\": {\"n\": 33.333333333333333333}}");
        String shown = admin("GET", "/emulator/projects/p1", "").text();

        assertThat(admin("PUT", "/emulator/projects/p2", shown).text()).isEqualTo(shown);
    }

    @Test
    void aSeedThatIsNoObjectIsRefused() {
        assertThat(admin("PUT", "/emulator/projects/p1", "[]").text()).isEqualTo("""
                {"message":"The body must be a JSON object with attributes, audiences, events, experiences, priority.","status":400}""");
        assertThat(admin("PUT", "/emulator/projects/p1", "{\"events\": 1}").message())
                .isEqualTo("The project is refused: events must be an array.");
    }

    @Test
    void anExperienceMovesFromStatusToStatus() {
        String uid = client.post("/experiences", "{\"name\": \"A\", \"type\": \"AB_TEST\"}").uid();

        assertThat(admin("POST", "/emulator/projects/p1/experiences/" + uid + "/status", "{\"status\": \"ACTIVE\"}").status())
                .isEqualTo(200);
        assertThat(client.get("/experiences/" + uid).json().path("status").asText()).isEqualTo("ACTIVE");

        assertThat(admin("POST", "/emulator/projects/p1/experiences/" + uid + "/status", "{\"status\": \"PAUSED\"}").message())
                .isEqualTo("The body must be {\"status\": ...} with one of DRAFT, ACTIVE, INACTIVE, ENDED.");
        assertThat(admin("POST", "/emulator/projects/p1/experiences/x/status", "{\"status\": \"ACTIVE\"}").text())
                .isEqualTo("{\"message\":\"There is no experience with the uid 'x'.\",\"status\":404}");
        assertThat(admin("POST", "/emulator/projects/p9/experiences/x/status", "{\"status\": \"ACTIVE\"}").text())
                .isEqualTo("{\"message\":\"There is no project with the uid 'p9'.\",\"status\":404}");
    }

    @Test
    void requestsAreShownAndCleared() {
        client.get("/events");

        JsonNode requests = admin("GET", "/emulator/requests", "").json();

        assertThat(requests.path("total").asInt()).isEqualTo(1);
        assertThat(requests.path("counts").toString()).isEqualTo("{\"GET /events\":1}");
        JsonNode request = requests.at("/data/0");
        assertThat(request.fieldNames()).toIterable().containsExactly("number", "time", "method", "path", "operation", "project", "status",
                "fault",
                "body", "headers");
        assertThat(request.path("operation").asText()).isEqualTo("getAllEvents");
        assertThat(request.at("/headers/x-project-uid").asText()).isEqualTo("p1");
        assertThat(admin("DELETE", "/emulator/requests", "").status()).isEqualTo(200);
        assertThat(emulator.requests()).isEmpty();
    }

    @Test
    void scriptsAreAddedShownAndCleared() {
        Client.Answer added = admin("POST", "/emulator/scripts", """
                {"method": "POST", "path": "/events", "key": "purchase", "body": "Purchase", "project": "p1", "steps": [
                  {"status": 503, "headers": {"Retry-After": "2"}, "body": {"error": 1.50}, "times": 2},
                  {"status": 504, "body": "later", "apply": true, "delay": 1, "bodyOver": 1},
                  {"pass": true}, {"fault": "EMPTY_RESPONSE"}]}""");
        String title = "POST /events with key purchase with body Purchase for project p1";
        assertThat(added.text()).isEqualTo("{\"left\":{\"" + title + "\":5}}");
        assertThat(added.status()).isEqualTo(201);

        String event = "{\"name\": \"Purchase\", \"key\": \"purchase\"}";
        Client.Answer first = client.post("/events", event);
        assertThat(first.text()).isEqualTo("{\"error\":1.50}");
        assertThat(first.response().headers().firstValue("Retry-After")).hasValue("2");
        assertThat(client.post("/events", event).status()).isEqualTo(503);
        assertThat(client.post("/events", event).text()).isEqualTo("later");
        assertThat(client.post("/events", event).message())
                .isEqualTo("The event is refused: an event with the key 'purchase' exists already.");
        assertThat(admin("GET", "/emulator/scripts", "").text()).isEqualTo("{\"left\":{\"" + title + "\":1}}");

        assertThat(admin("DELETE", "/emulator/scripts", "").status()).isEqualTo(200);
        assertThat(emulator.scriptsLeft()).isEmpty();
    }

    @Test
    void aScriptCanGoOnForEver() {
        admin("POST", "/emulator/scripts", "{\"path\": \"/events\", \"forEver\": true, \"steps\": [{\"status\": 500}]}");

        assertThat(client.get("/events").status()).isEqualTo(500);
        assertThat(client.get("/events").status()).isEqualTo(500);
    }

    @Test
    void allThatIsWrongWithAScriptIsSaidAtOnce() {
        assertThat(admin("POST", "/emulator/scripts", "{\"paht\": \"/events\"}").text()).isEqualTo(
                """
                        {"message":"The script is refused: paht is unknown; path is required; steps is required, with one step at least.","status":400}""");
        assertThat(
                admin("POST", "/emulator/scripts", "{\"path\": \"/events\", \"steps\": [{\"fault\": \"BANG\"}, {\"state\": 1}]}").message())
                .isEqualTo("The script is refused: steps[0].fault must be one of CONNECTION_RESET_BY_PEER, EMPTY_RESPONSE, "
                        + "MALFORMED_RESPONSE_CHUNK, RANDOM_DATA_THEN_CLOSE; steps[1].state is unknown; "
                        + "steps[1] must have pass, a fault, or a status between 200 and 599.");
        assertThat(admin("POST", "/emulator/scripts", "{").message()).isEqualTo("The script is refused: it is not valid JSON.");
    }

    @Test
    void aResetForgetsEverything() {
        client.get("/events");
        admin("POST", "/emulator/scripts", "{\"path\": \"/events\", \"steps\": [{\"status\": 500}]}");

        assertThat(admin("POST", "/emulator/reset", "").status()).isEqualTo(200);
        assertThat(admin("GET", "/emulator/state", "").text()).isEqualTo("{\"projects\":{}}");
        assertThat(emulator.requests()).isEmpty();
        assertThat(emulator.scriptsLeft()).isEmpty();
    }

    @Test
    void whatTheAdministrationDoesNotKnowIsSaid() {
        assertThat(admin("GET", "/emulator/else", "").text())
                .isEqualTo("{\"message\":\"There is nothing at /emulator/else.\",\"status\":404}");
        assertThat(admin("PATCH", "/emulator/projects/p1", "").text())
                .isEqualTo("{\"message\":\"PATCH is not possible here; possible: GET, PUT, DELETE.\",\"status\":405}");
    }

    private Client.Answer admin(String method, String path, String body) {
        return client.send(client.bare(path).method(method, BodyPublishers.ofString(body)));
    }
}
