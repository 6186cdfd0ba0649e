// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.springboot;

import java.io.IOException;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import io.github.camelpersonalize.emulator.script.Script;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"camel.component.personalize.project-uid=p1",
        "camel.component.personalize.max-retries=0", "management.endpoint.health.show-details=always", "logging.level.root=warn",
        "spring.main.banner-mode=off"})
class PersonalizeApplicationTest {

    private static final String AGE = "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}";

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension();

    @LocalServerPort
    private int port;
    private Sender sender;

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry properties) {
        properties.add("camel.component.personalize.base-url", () -> emulator().baseUrl());
        properties.add("camel.component.personalize.authtoken", () -> emulator().authtoken());
    }

    @BeforeEach
    void send() {
        sender = new Sender(port);
    }

    @Test
    void whatIsPostedIsCreated() throws Exception {
        HttpResponse<String> answer = sender.post("/attributes", AGE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(emulator().project("p1").attribute("age"));
    }

    @Test
    void whatIsWrongIsToldToTheSender() throws Exception {
        HttpResponse<String> answer = sender.post("/events", "{\"key\": \"purchase\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("event \"purchase\": /name is missing");
        assertThat(emulator().requests()).isEmpty();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatIsWrongIsOneLineOfTheLog(CapturedOutput log) throws Exception {
        sender.post("/events", "{\"key\": \"purchase\"}");

        assertThat(log.getAll().lines()).singleElement().asString().endsWith(": event \"purchase\": /name is missing");
    }

    @Test
    void aFaultOfTheApplicationIsNotExplainedToTheSender() throws Exception {
        emulator().script(Script.on("*", "/attributes").thenStatuses(401));

        HttpResponse<String> answer = sender.post("/attributes", AGE);
        emulator().reset();

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("The application is not set up right; its log tells more.");
    }

    @Test
    void whileTheServiceIsDownSoIsTheHealthAndTellsWhy() throws Exception {
        emulator().script(Script.on("*", "/attributes").thenStatuses(503, 503));
        HttpResponse<String> refused = sender.post("/attributes", AGE);
        HttpResponse<String> down = sender.get("/actuator/health/camelHealth");
        emulator().reset();
        HttpResponse<String> created = sender.post("/attributes", AGE);
        HttpResponse<String> up = sender.get("/actuator/health/camelHealth");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(check(down)).isEqualTo("DOWN");
        assertThat(json(down).path("details").path("producer:personalize-attributes-create.data").path("message").asText())
                .isEqualTo("the service failed with 503: Scripted answer");
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(up.statusCode()).isEqualTo(200);
        assertThat(check(up)).isEqualTo("UP");
    }

    private static String check(HttpResponse<String> health) throws IOException {
        return json(health).path("details").path("producer:personalize-attributes-create").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static PersonalizeEmulator emulator() {
        return EMULATOR.emulator();
    }
}
