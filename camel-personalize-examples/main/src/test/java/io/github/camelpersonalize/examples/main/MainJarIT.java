// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.main;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The jar and its libraries, started in a process of their own. */
class MainJarIT {

    @TempDir
    private Path directory;
    private PersonalizeEmulator emulator;
    private Process application;

    @BeforeEach
    void start() throws IOException {
        emulator = PersonalizeEmulator.start();
        application = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-Dcamel.component.personalize.base-url=" + emulator.baseUrl(), "-cp",
                System.getProperty("jar") + File.pathSeparator + System.getProperty("lib") + "/*", PersonalizeMain.class.getName())
                .directory(directory.toFile()).redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile()).start();
    }

    @AfterEach
    void stop() {
        application.destroyForcibly();
        emulator.close();
    }

    @Test
    void eachRouteCreatesWhatIsInItsFolderUntilTheProcessIsStopped() throws Exception {
        put("yaml", "age");
        put("xml", "city");
        put("java", "plan");
        put("endpoint-dsl", "gender");

        await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            assertThat(application.isAlive()).as(log()).isTrue();
            assertThat(emulator.project("demo").attributes()).extracting(MainJarIT::key).containsExactlyInAnyOrder("age", "city", "plan",
                    "gender");
        });
        application.destroy();
        await().atMost(Duration.ofMinutes(1)).until(() -> !application.isAlive());
        assertThat(log()).contains("CREATED: age.json", "CREATED: city.json", "CREATED: plan.json", "CREATED: gender.json",
                "(personalize-main) shutdown in");
    }

    private void put(String folder, String key) throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("inbox").resolve(folder)).resolve(key + ".json"),
                "{\"key\": \"" + key + "\", \"name\": \"The " + key + "\", \"data_type\": \"string\"}");
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    private static String key(JsonNode attribute) {
        return attribute.path("key").asText();
    }
}
