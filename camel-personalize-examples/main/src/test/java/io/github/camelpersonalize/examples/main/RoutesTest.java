// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.main;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(PersonalizeEmulatorExtension.class)
class RoutesTest {

    @TempDir
    private Path inbox;
    private Main camel;

    @BeforeEach
    void start(PersonalizeEmulator emulator) {
        camel = PersonalizeMain.camel();
        camel.addOverrideProperty("inbox", inbox.toString());
        camel.addOverrideProperty("camel.component.personalize.base-url", emulator.baseUrl());
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml", "java", "endpoint-dsl"})
    void aFileBecomesAnAttribute(String dsl, PersonalizeEmulator emulator) throws IOException {
        put(dsl, "age.json", "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}");

        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(inbox.resolve(dsl).resolve(".camel/age.json")));
        assertThat(emulator.project("demo").attributes()).singleElement().returns("age", attribute -> attribute.path("key").asText())
                .returns("Age", attribute -> attribute.path("name").asText())
                .returns("number", attribute -> attribute.path("data_type").asText());
        assertThat(emulator.requestCounts()).containsOnlyKeys("POST /attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml", "java", "endpoint-dsl"})
    void aFileThatIsWrongIsPutAside(String dsl, PersonalizeEmulator emulator) throws IOException {
        put(dsl, "age.json", "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"colour\"}");

        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(inbox.resolve(dsl).resolve(".refused/age.json")));
        assertThat(emulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml", "java", "endpoint-dsl"})
    void aFileThatIsWrongIsOneLineOfTheLog(String dsl) throws IOException {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            put(dsl, "age.json", "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"colour\"}");
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(inbox.resolve(dsl).resolve(".refused/age.json")));
        } finally {
            System.setErr(console);
        }
        // The file consumer adds a line of its own.
        assertThat(log.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.contains("Rollback file strategy"))).singleElement()
                .asString().endsWith("PersonalizeRejectedException: attribute \"age\": /data_type must be one of string, number, boolean,"
                        + " date; it is \"colour\" (age.json:1)");
    }

    private void put(String dsl, String name, String definition) throws IOException {
        Path written = Files.writeString(inbox.resolve(name), definition);
        Files.move(written, Files.createDirectories(inbox.resolve(dsl)).resolve(name));
    }
}
