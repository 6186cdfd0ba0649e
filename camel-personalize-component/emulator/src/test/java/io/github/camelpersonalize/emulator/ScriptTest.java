// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PersonalizeEmulatorExtension.class)
class ScriptTest {

    private PersonalizeEmulator emulator;
    private Client client;

    @BeforeEach
    void connect(PersonalizeEmulator running) {
        emulator = running;
        client = new Client(running);
    }

    @Test
    void eachRequestTakesTheNextStepAndThenTheServiceAnswers() {
        emulator.script(Script.on("GET", "/events").thenStatuses(500, 503).then(Step.pass(), Step.status(429)));

        assertThat(statuses("/events", 5)).containsExactly(500, 503, 200, 429, 200);
    }

    @Test
    void onlyRequestsOfTheScriptsSortTakeSteps() {
        emulator.script(Script.on("POST", "/attributes").withKey("age").then(Step.status(500)));
        emulator.script(Script.on("PUT", "/attributes/*").withBody("needle").then(Step.status(501)));
        emulator.script(Script.on("GET", "/**").forProject("p2").then(Step.status(502)));

        assertThat(statuses("/attributes", 2)).containsExactly(200, 200);
        String uid = client.post("/attributes", attribute("size")).uid();
        assertThat(client.put("/attributes/" + uid, attribute("size")).status()).isEqualTo(200);
        assertThat(emulator.scriptsLeft()).hasSize(3);

        assertThat(client.post("/attributes", attribute("age")).status()).isEqualTo(500);
        assertThat(client.put("/attributes/" + uid, attribute("needle")).status()).isEqualTo(501);
        assertThat(client.send(client.bare("/events").header("authtoken", emulator.authtoken()).header("x-project-uid", "p2")).status())
                .isEqualTo(502);
        assertThat(emulator.scriptsLeft()).isEmpty();
    }

    @Test
    void theScriptThatCameFirstGoesFirst() {
        emulator.script(Script.on("*", "/**").thenStatuses(500));
        emulator.script(Script.on("GET", "/events").thenStatuses(501));

        assertThat(emulator.scriptsLeft()).isEqualTo(Map.of("* /**", 1, "GET /events", 1));
        assertThat(statuses("/events", 3)).containsExactly(500, 501, 200);
    }

    @Test
    void aStepCanBeForManyRequestsOrForAllToCome() {
        emulator.script(Script.on("GET", "/events").then(3, Step.status(500)).then(Step.status(503)).forEver());

        assertThat(statuses("/events", 6)).containsExactly(500, 500, 500, 503, 503, 503);
        emulator.reset();
        assertThat(statuses("/events", 1)).containsExactly(200);
    }

    @Test
    void aScriptedErrorHasTheShapeOfTheServicesErrors() {
        emulator.script(Script.on("GET", "/events").thenStatuses(503));

        Client.Answer answer = client.get("/events");

        assertThat(answer.text()).isEqualTo("{\"message\":\"Scripted answer.\",\"status\":503}");
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void headersAndBodyAreTheScripts() {
        emulator.script(Script.on("GET", "/events").then(
                Step.status(200).header("Content-Type", "text/html").header("X-Trace", "7").body("<h1>Sign in</h1>"),
                Step.status(200).header("content-type", "").body("[]"),
                Step.status(301).header("Location", "http://elsewhere.example/")));

        Client.Answer html = client.get("/events");
        assertThat(html.text()).isEqualTo("<h1>Sign in</h1>");
        assertThat(html.response().headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(html.response().headers().firstValue("X-Trace")).hasValue("7");
        Client.Answer untyped = client.get("/events");
        assertThat(untyped.text()).isEqualTo("[]");
        assertThat(untyped.response().headers().firstValue("Content-Type")).isEmpty();
        Client.Answer moved = client.get("/events");
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.text()).isEmpty();
    }

    @Test
    void theBodyIsSentByteForByte() {
        byte[] notText = {(byte) 0xff, 0, (byte) 0xc3, '"'};
        emulator.script(Script.on("GET", "/events").then(Step.status(200).body(notText)));

        assertThat(client.get("/events").response().body()).isEqualTo(notText);
    }

    @Test
    void anAnswerCanBeLostAfterTheRequestWasCarriedOut() {
        emulator.script(Script.on("POST", "/attributes").then(Step.status(504).applied(), Step.status(504)));

        assertThat(client.post("/attributes", attribute("age")).status()).isEqualTo(504);
        assertThat(client.post("/attributes", attribute("size")).status()).isEqualTo(504);
        assertThat(emulator.project("p1").attributes()).extracting(attribute -> attribute.path("key").asText()).containsExactly("age");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionCanBreakBeforeOrAfterTheRequestIsCarriedOut(Fault fault) {
        emulator.script(Script.on("POST", "/attributes").then(Step.fault(fault), Step.fault(fault).applied()));

        assertThatThrownBy(() -> client.trySend(post("before"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.trySend(post("after"))).isInstanceOf(IOException.class);
        assertThat(emulator.project("p1").attributes()).extracting(attribute -> attribute.path("key").asText()).containsExactly("after");
        assertThat(emulator.requests()).extracting(Object::toString).containsExactly("POST /attributes " + fault,
                "POST /attributes " + fault);
        assertThat(client.get("/events").status()).as("the emulator is well").isEqualTo(200);
    }

    @Test
    void anAnswerCanBeLate() {
        emulator.script(Script.on("GET", "/events").then(Step.pass().after(Duration.ofMillis(700))));

        assertThatThrownBy(() -> client.trySend(client.request("/events").timeout(Duration.ofMillis(200))))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void aBodyCanTrickle() {
        emulator.seed("p1", "{\"events\": [{\"key\": \"purchase\"}]}");
        emulator.script(Script.on("GET", "/events").then(Step.pass().bodyOver(Duration.ofMillis(500))));
        long start = System.nanoTime();

        Client.Answer answer = client.get("/events");

        assertThat(answer.json().at("/data/0/key").asText()).isEqualTo("purchase");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
    }

    @Test
    void scriptsAreGoneAfterAReset() {
        emulator.script(Script.on("GET", "/events").thenStatuses(500));
        emulator.reset();

        assertThat(emulator.scriptsLeft()).isEmpty();
        assertThat(statuses("/events", 1)).containsExactly(200);
    }

    private List<Integer> statuses(String path, int count) {
        return IntStream.range(0, count).mapToObj(i -> client.get(path).status()).toList();
    }

    private HttpRequest.Builder post(String key) {
        return client.request("/attributes").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(attribute(key), StandardCharsets.UTF_8));
    }

    private static String attribute(String key) {
        return """
                {"name": "Name", "key": "%s", "data_type": "string"}""".formatted(key);
    }
}
