// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import io.github.camelpersonalize.emulator.Client;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LiveDoorTest {

    private static final String NOT_LOGGED_IN = """
            {"error_message":"You're not allowed in here unless you're logged in.","error_code":105}""";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = Live.emulator(LiveOptions.defaults().readOnlyTokens("reader"));

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(EMULATOR.emulator());
    }

    @Test
    void nobodyIsTurnedAway() {
        Client.Answer refused = client.send(client.bare("/events").header("x-project-uid", "p1"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo(NOT_LOGGED_IN);
    }

    @Test
    void managementTokensOfAStackAndStrangersAreTurnedAway() {
        assertThat(client.send(events("authorization", "cs0123456789abcdef")).text()).isEqualTo(NOT_LOGGED_IN);
        assertThat(client.send(events("authorization", "Bearer cs0123456789abcdef")).text()).isEqualTo(NOT_LOGGED_IN);
        assertThat(client.send(events("authtoken", "stranger")).text()).isEqualTo(NOT_LOGGED_IN);
        assertThat(client.send(events("authtoken", EmulatorOptions.AUTHTOKEN).header("authorization", "Bearer reader")).text())
                .isEqualTo(NOT_LOGGED_IN);
    }

    @Test
    void aTokenForReadingReadsAndDoesNotWrite() {
        assertThat(client.send(events("authorization", "Bearer reader")).status()).isEqualTo(200);

        Client.Answer refused = client.send(events("authorization", "Bearer reader").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"key\": \"k\"}")));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).isEqualTo(Live.error("emulator.FORBIDDEN", "The token does not have the right to do this"));
        assertThat(EMULATOR.emulator().project("p1").events()).isEmpty();
    }

    @Test
    void aTokenForReadingExpiresLikeAnyOther() {
        EMULATOR.emulator().acceptOnly(Set.of("other"));
        assertThat(client.send(events("authorization", "Bearer reader")).status()).isEqualTo(401);

        EMULATOR.emulator().acceptOnly(Set.of("reader"));
        assertThat(client.send(events("authorization", "Bearer reader")).status()).isEqualTo(200);
        assertThat(client.send(events("authorization", "Bearer reader").DELETE()).status()).isEqualTo(404);
    }

    @Test
    void theProjectMustBeNamed() {
        Client.Answer refused = client.send(client.bare("/events").header("authtoken", EmulatorOptions.AUTHTOKEN));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo(Live.error("emulator.HEADER_REQUIRED", "The header x-project-uid is required"));
    }

    @Test
    void aProjectThatIsNotThereIsNotFound() {
        try (PersonalizeEmulator strict = PersonalizeEmulator
                .start(EmulatorOptions.defaults().personality(Personality.LIVE).strictProjects(true))) {
            assertThat(new Client(strict).get("/events").text())
                    .isEqualTo(Live.error("emulator.NOT_FOUND", "There is no project with the uid p1"));
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, /nothing", "GET, /v1/attributes", "GET, /Attributes", "GET, /attributes/",
            "GET, /attributes/ffffffffffffffffffffffff",
            "GET, /audiences/ffffffffffffffffffffffff", "GET, /events/ffffffffffffffffffffffff", "PATCH, /attributes",
            "POST, /experiences-priority",
            "GET, /geolocation", "GET, /experiences/ffffffffffffffffffffffff/versions/ffffffffffffffffffffffff"})
    void whatTheServiceDoesNotHaveIsNotFound(String method, String path) {
        Client.Answer answer = client.send(client.request(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .isEqualTo("{\"statusCode\":404,\"message\":\"Cannot " + method + " " + path + "\",\"error\":\"Not Found\"}");
    }

    @Test
    void aBodyIsAJsonObject() {
        assertThat(client.post("/events", "{").text())
                .isEqualTo("{\"statusCode\":400,\"message\":\"The body is not valid JSON\",\"error\":\"Bad Request\"}");
        assertThat(client.post("/events", "[]").text()).isEqualTo(Live.errors("body", "emulator.INVALID", "body must be an object"));
        assertThat(client.send(client.request("/events").POST(BodyPublishers.ofString("{\"key\": \"k\"}"))).text()).isEqualTo(
                "{\"statusCode\":400,\"message\":\"The header content-type must be application/json\",\"error\":\"Bad Request\"}");
    }

    @Test
    void bracketsInAQueryMayStandAsTheyAre() throws IOException {
        String attribute = client.post("/attributes", "{\"name\": \"Tier\", \"key\": \"tier\"}").uid();
        client.post("/audiences", Live.phones());
        client.post("/audiences", Live.audience("Gold", Live.all(Live.rule(Live.custom(attribute), "IS_TRUE", ""))));

        assertThat(raw("/audiences?referredAttributes[]=" + attribute)).contains("\"Gold\"").doesNotContain("\"Phones\"");
    }

    @Test
    void tooManyRequestsAreTurnedAwayWithoutSayingForHowLong() {
        EmulatorOptions options = EmulatorOptions.defaults().personality(Personality.LIVE).rateLimit(1);
        try (PersonalizeEmulator silent = PersonalizeEmulator.start(options);
                PersonalizeEmulator telling = PersonalizeEmulator.start(options.retryAfter("1"))) {
            new Client(silent).get("/events");
            new Client(telling).get("/events");

            Client.Answer refused = new Client(silent).get("/events");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text()).isEqualTo(
                    Live.error("emulator.TOO_MANY_REQUESTS", "Too many requests: the organization may send 1 a second"));
            assertThat(refused.response().headers().firstValue("Retry-After")).isEmpty();
            assertThat(new Client(telling).get("/events").response().headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    private HttpRequest.Builder events(String header, String value) {
        return client.bare("/events").header("x-project-uid", "p1").header(header, value);
    }

    /** What a client gets that does not encode what it asks for. */
    private static String raw(String target) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", EMULATOR.emulator().port())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nauthtoken: " + EmulatorOptions.AUTHTOKEN
                    + "\r\nx-project-uid: p1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
