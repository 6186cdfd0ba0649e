// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Real files, real sockets, real processes. */
class DemoTest {

    @TempDir
    Path folder;

    @Test
    void theDemoPlansAppliesEditsAndAppliesAgainAndTheLastApplyWritesNothing() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0))) {
            boolean isAsExpected = new Demo(folder, emulator, new PrintStream(out, true, UTF_8)).run();

            assertThat(isAsExpected).as(out.toString(UTF_8)).isTrue();
            assertThat(out.toString(UTF_8)).contains("Plan: 10 to create, 0 to update, 0 to delete, 1 unchanged, 0 blocked.",
                    "11 items: 10 CREATED, 1 UNCHANGED",
                    "      ~ rules/value: 18 -> 21\n",
                    "  - attribute \"shoe_size\" (",
                    "Plan: 0 to create, 1 to update, 1 to delete, 9 unchanged, 0 blocked.",
                    "11 items: 1 UPDATED, 1 DELETED, 9 UNCHANGED",
                    "10 items: 10 UNCHANGED",
                    "Of the last two commands, 0 requests were writes.");
            assertThat(folder.resolve("plan.md")).content().startsWith("### Plan for project `demo`");
            assertThat(folder.resolve("plan.html")).content().startsWith("<!DOCTYPE html>");
            assertThat(emulator.project("demo").attributes()).extracting(attribute -> attribute.path("key").asText())
                    .containsExactly("age", "country", "loyalty_tier");
            assertThat(emulator.project("demo").audience("Adults").at("/rules/value").asInt()).isEqualTo(21);
        }
    }
}
