// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar that is released, with nothing else on its class path. */
class LiveCheckJarIT {

    private static final String PROJECT = "66f0aa11bb22cc33dd44ee55";
    private static final String TOKEN = "secret-of-this-test";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"LIVE, 0, 0 REFUTED, 9 OPEN", "CONTRACT, 2, 3 REFUTED, "})
    void theReportIsPrintedAndSaved(Personality personality, int code, String counts) throws Exception {
        try (PersonalizeEmulator emulator = PersonalizeEmulator
                .start(EmulatorOptions.defaults().authtokens(TOKEN).rateLimit(0).personality(personality))) {
            ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                    System.getProperty("cli.jar"), "live-check", "--scratch-project", PROJECT, "--json", "report.json")
                    .directory(folder.toFile()).redirectOutput(folder.resolve("out").toFile())
                    .redirectError(folder.resolve("err").toFile());
            command.environment()
                    .putAll(Map.of("CAMEL_COMPONENT_PERSONALIZE_BASE_URL", emulator.baseUrl(), "CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN",
                            TOKEN, "CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID", PROJECT, "CAMEL_COMPONENT_PERSONALIZE_REQUESTS_PER_SECOND",
                            "1000"));

            int exit = command.start().waitFor();

            assertThat(exit).as(Files.readString(folder.resolve("err"))).isEqualTo(code);
            assertThat(folder.resolve("out")).content().contains(counts).doesNotContain(PROJECT, TOKEN);
            assertThat(folder.resolve("report.json")).content().startsWith("{").doesNotContain(PROJECT, TOKEN);
        }
    }
}
