// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.springboot;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The jar that is shipped, started as it is in production, with the service configured by variables of the environment. */
class RepackagedJarIT {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+).*Started PersonalizeApplication in", Pattern.DOTALL);
    private static final String AGE = "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}";

    @TempDir
    private Path directory;
    private PersonalizeEmulator emulator;
    private Process application;
    private Sender sender;

    @BeforeEach
    void start() throws IOException {
        emulator = PersonalizeEmulator.start();
        Path log = directory.resolve("log");
        ProcessBuilder command = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-jar",
                System.getProperty("jar"), "--server.port=0", "--server.address=127.0.0.1", "--camel.component.personalize.max-retries=0",
                "--management.endpoint.health.show-details=always")
                .directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        command.environment().put("CAMEL_COMPONENT_PERSONALIZE_BASEURL", emulator.baseUrl());
        command.environment().put("CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID", "p1");
        command.environment().put("CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", emulator.authtoken());
        application = command.start();
        sender = new Sender(await().atMost(Duration.ofMinutes(5)).until(() -> port(log), port -> port > 0));
    }

    @AfterEach
    void stop() {
        application.destroy();
        await().atMost(Duration.ofMinutes(1)).until(() -> !application.isAlive());
        emulator.close();
    }

    @Test
    void whatIsPostedArrivesAndTheHealthIsThatOfTheService() throws Exception {
        assertThat(sender.post("/attributes", AGE).statusCode()).isEqualTo(200);
        assertThat(emulator.project("p1").attribute("age").path("name").asText()).isEqualTo("Age");
        HttpResponse<String> up = sender.get("/actuator/health/camelHealth");
        assertThat(up.statusCode()).as(up.body()).isEqualTo(200);
        assertThat(details(up).path("producer:personalize-attributes-create").asText()).as(up.body()).isEqualTo("UP");

        int port = emulator.port();
        emulator.close();

        HttpResponse<String> refused = sender.post("/attributes", AGE);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        HttpResponse<String> down = sender.get("/actuator/health/camelHealth");
        assertThat(down.statusCode()).as(down.body()).isEqualTo(503);
        assertThat(details(down).path("producer:personalize-attributes-create").asText()).as(down.body()).isEqualTo("DOWN");
        assertThat(details(down).path("producer:personalize-attributes-create.data").path("message").asText()).as(down.body())
                .contains("127.0.0.1:" + port);
        assertThat(down.body()).doesNotContain(emulator.authtoken());
    }

    private static JsonNode details(HttpResponse<String> health) throws IOException {
        return new ObjectMapper().readTree(health.body()).path("details");
    }

    /** The one that was free, as the application tells it; 0 until its routes are started. */
    private int port(Path log) throws IOException {
        String text = Files.readString(log);
        assertThat(application.isAlive()).as(text).isTrue();
        Matcher port = PORT.matcher(text);
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }
}
