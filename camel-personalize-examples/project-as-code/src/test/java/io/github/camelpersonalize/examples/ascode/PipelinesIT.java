// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The pipelines' own commands, in a folder with manifests and nothing else, with the jar that is released, out of a Maven repository. */
class PipelinesIT {

    private static final String VERSION = System.getProperty("project.version");
    private static final Path JAR = Path.of(System.getProperty("cli.jar"));

    @TempDir
    Path folder;
    @TempDir
    Path machine;

    private final PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
    private String output;

    @BeforeEach
    void aRepositoryOfManifestsAndAMachine() throws Exception {
        Path released = machine.resolve("maven/io/github/camelpersonalize/camel-personalize-cli/" + VERSION);
        Files.createDirectories(released);
        Files.copy(JAR, released.resolve("camel-personalize-cli-" + VERSION + "-runnable.jar"));
        Files.createDirectories(machine.resolve("bin"));
        // In the place of GitHub's command.
        Files.writeString(machine.resolve("bin/gh"),
                "#!/bin/sh\nfor body; do :; done\necho \"$1 $2 $3\" > \"$COMMENT\"\ncat \"$body\" >> \"$COMMENT\"\n");
        assertThat(machine.resolve("bin/gh").toFile().setExecutable(true)).isTrue();
        Files.createDirectory(folder.resolve("personalize"));
        emulator.seed("demo", "{\"audiences\": [{\"name\": \"Of yesterday\"}]}");
        manifest("""
                attributes:
                  - {key: age, name: Age, data_type: number}
                """);
    }

    @AfterEach
    void stopService() {
        emulator.close();
    }

    @Test
    void onGithubAPullRequestIsValidatedPlannedAndCommentedAndAMergeApplies() throws Exception {
        Pipeline pipeline = pipeline("github.yaml");

        assertThat(run(pipeline.github("validate"))).as(output).isZero();
        assertThat(output).contains("Valid: 1 definition in 1 file.");
        assertThat(run(pipeline.github("plan"))).as(output).isZero();
        assertThat(machine.resolve("comment")).content().startsWith("pr comment 7\n### Plan for project `demo`");
        assertThat(machine.resolve("summary")).content().startsWith("### Plan for project `demo`");
        assertThat(folder.resolve("plan.html")).exists();
        assertThat(emulator.project("demo").attributes()).isEmpty();
        assertThat(run(pipeline.github("apply"))).as(output).isZero();
        assertThat(emulator.project("demo").attribute("age").path("name").asText()).isEqualTo("Age");
        assertThat(emulator.project("demo").audiences()).isEmpty();
    }

    @Test
    void onGithubAPlanThatWouldNotBeAppliedFailsAfterItsComment() throws Exception {
        manifest("audiences:\n  - {name: Adults, rules: {attribute: \"ref:attribute/age\"}}\n");

        assertThat(run(pipeline("github.yaml").github("plan"))).as(output).isEqualTo(1);

        assertThat(machine.resolve("comment")).content().contains("blocked");
    }

    @Test
    void onGithubAFaultInAFileFailsWithoutAComment() throws Exception {
        manifest("attributes:\n  - {key: age, name: Age, data_type: int}\n");

        assertThat(run(pipeline("github.yaml").github("validate"))).as(output).isEqualTo(1);
        assertThat(run(pipeline("github.yaml").github("plan"))).as(output).isEqualTo(1);

        assertThat(output)
                .contains("project.yaml:2:38: /attributes/0/data_type must be one of string, number, boolean, date; it is \"int\"");
        assertThat(machine.resolve("comment")).doesNotExist();
    }

    @Test
    void onGitlabAMergeRequestIsValidatedAndPlannedAndAMergeApplies() throws Exception {
        Pipeline pipeline = pipeline("gitlab.yaml");

        assertThat(run(pipeline.gitlab("validate"))).as(output).isZero();
        assertThat(run(pipeline.gitlab("plan"))).as(output).isZero();
        assertThat(folder.resolve("plan.html")).exists();
        assertThat(emulator.project("demo").attributes()).isEmpty();
        assertThat(run(pipeline.gitlab("apply"))).as(output).isZero();
        assertThat(emulator.project("demo").attributes()).hasSize(1);
        assertThat(emulator.project("demo").audiences()).isEmpty();
    }

    @Test
    void onGitlabAPlanThatWouldNotBeAppliedFails() throws Exception {
        emulator.seed("demo", "{\"audiences\": [%s]}".formatted(Stream.iterate(1, number -> number + 1).limit(11)
                .map(number -> "{\"name\": \"A%d\"}".formatted(number)).reduce((one, other) -> one + ", " + other).orElseThrow()));

        assertThat(run(pipeline("gitlab.yaml").gitlab("plan"))).as(output).isEqualTo(1);

        assertThat(output).contains("the plan deletes 11 definitions, more than maxDeletes=10");
    }

    @Test
    void theyUseTheVersionOfThisReleaseAndActionsByTheirCommits() throws Exception {
        assertThat(pipeline("github.yaml").github("apply").environment()).containsEntry("VERSION", VERSION);
        assertThat(pipeline("gitlab.yaml").gitlab("apply").environment()).containsEntry("VERSION", VERSION);
        assertThat(pipeline("github.yaml").actions()).isNotEmpty().allMatch(action -> action.matches("[\\w/-]+@[0-9a-f]{40}"));
    }

    private static Pipeline pipeline(String file) throws Exception {
        return Pipeline.read(Path.of("pipelines", file));
    }

    /** Runs the job, with what its build server and its project fill in. */
    private int run(Pipeline.Job job) throws Exception {
        Path script = Files.writeString(machine.resolve("script"), "set -e\n" + job.script());
        ProcessBuilder process = new ProcessBuilder("bash", script.toString()).directory(folder.toFile()).redirectErrorStream(true);
        Files.deleteIfExists(folder.resolve("personalize.jar"));
        process.environment().putAll(job.environment());
        process.environment().putAll(filledIn());
        Process running = process.start();
        output = new String(running.getInputStream().readAllBytes(), UTF_8);
        return running.waitFor();
    }

    private Map<String, String> filledIn() {
        Map<String, String> values = new TreeMap<>();
        values.put("REPOSITORY", machine.resolve("maven").toUri().toString());
        values.put("CAMEL_COMPONENT_PERSONALIZE_BASE_URL", emulator.baseUrl());
        values.put("CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID", "demo");
        Stream.of("CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", "PERSONALIZE_AUTHTOKEN", "PERSONALIZE_AUTHTOKEN_READ")
                .forEach(name -> values.put(name, emulator.authtoken()));
        values.put("PULL_REQUEST", "7");
        values.put("COMMENT", machine.resolve("comment").toString());
        values.put("GITHUB_STEP_SUMMARY", machine.resolve("summary").toString());
        values.put("PATH", machine.resolve("bin") + ":" + Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
        return values;
    }

    private void manifest(String text) throws Exception {
        Files.writeString(folder.resolve("personalize/project.yaml"), text);
    }
}
