// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.examples.setup.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Real files, real sockets, the commands as they are typed. */
class ProjectAsCodeTest {

    @TempDir
    Path folder;

    private final PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
    private final Map<String, String> properties = new HashMap<>(Service.properties(emulator));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void hurry() {
        properties.put("camel.component.personalize.requests-per-second", "1000");
        properties.put("camel.component.personalize.max-retries", "0");
        properties.put("ledger.folder", folder.resolve(".ledger").toString());
    }

    @AfterEach
    void stopService() {
        emulator.close();
    }

    @Test
    void theDemoPlansAppliesEditsAndAppliesAgainAndTheLastApplyWritesNothing() throws Exception {
        boolean isAsExpected = new Demo(folder, emulator, properties, new PrintWriter(out)).run();

        assertThat(isAsExpected).as(out.toString()).isTrue();
        assertThat(out.toString()).contains("Plan: 10 to create, 0 to update, 0 to delete, 1 unchanged, 0 blocked.",
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

    @Test
    void faultsAreToldALineEachWithTheirPlacesAndNothingIsSent() throws Exception {
        write("attributes.yaml", "attributes:\n  - {key: age, name: Age, data_type: int}\n");
        write("events.yaml", "events:\n  - {key: purchase}\n");

        assertThat(run("plan", folder.toString())).isEqualTo(1);

        assertThat(err.toString().lines()).containsExactly(
                "attributes.yaml:2:38: /attributes/0/data_type must be one of string, number, boolean, date; it is \"int\"",
                "events.yaml:2:5: /events/0/name is missing");
        assertThat(emulator.requestCount()).isZero();
    }

    @Test
    void aPlanWithABlockedStepIsShownAndIsAnError() throws Exception {
        write("audiences.yaml", "audiences:\n  - {name: Adults, rules: {attribute: \"ref:attribute/age\"}}\n");

        assertThat(run("plan", folder.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("  ! audience \"Adults\"", "0 unchanged, 1 blocked.");
    }

    @Test
    void whatFailedIsInTheReportAndTheRestIsDone() throws Exception {
        write("events.yaml", "events:\n  - {key: a, name: A}\n  - {key: b, name: B}\n");
        emulator.script(Script.on("POST", "/events").withKey("a").then(Step.status(422)));

        assertThat(run("apply", folder.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("events.yaml:2  event", "2 items: 1 CREATED, 1 REJECTED");
    }

    @Test
    void moreDeletionsThanAllowedAreRefused() throws Exception {
        emulator.seed("demo", """
                {"audiences": [{"name": "A"}, {"name": "B"}]}""");
        write("events.yaml", "events:\n  - {key: a, name: A}\n");

        assertThat(run("apply", folder.toString(), "--prune", "all", "--max-deletes", "1")).isEqualTo(1);

        assertThat(err.toString()).startsWith("project: the plan deletes 2 definitions, more than maxDeletes=1");
        assertThat(emulator.project("demo").audiences()).hasSize(2);
    }

    @Test
    void F82_aPlanThatApplyWouldRefuseHasAnExitCodeOfItsOwn() throws Exception {
        emulator.seed("demo", """
                {"audiences": [{"name": "A"}, {"name": "B"}]}""");
        write("events.yaml", "events:\n  - {key: a, name: A}\n");

        assertThat(run("plan", folder.toString(), "--prune", "all", "--max-deletes", "1")).isEqualTo(PlanCommand.REFUSED);

        assertThat(out.toString()).contains("! Refused: the plan deletes 2 definitions, more than maxDeletes=1, so apply refuses it");
        assertThat(run("plan", folder.toString(), "--prune", "all", "--max-deletes", "2")).isEqualTo(PlanCommand.CHANGES);
    }

    @Test
    void F84_aSavedPlanDeletesNothingWhereNothingMayBeDeleted() throws Exception {
        emulator.seed("demo", """
                {"audiences": [{"name": "A"}]}""");
        write("events.yaml", "events:\n  - {key: a, name: A}\n");
        String plan = folder.resolve("plan").toString();
        assertThat(run("plan", folder.toString(), "--prune", "all", "--json", plan)).isEqualTo(PlanCommand.CHANGES);

        assertThat(run("apply", plan)).isEqualTo(1);

        assertThat(err.toString()).startsWith("project: the plan deletes 1 definition, and prune=none allows no deletion");
        assertThat(emulator.project("demo").audiences()).hasSize(1);
    }

    /** In a process of its own, because a test cannot set its environment. */
    @Test
    void F90_anOptionWinsOverTheEnvironmentAndTheOutputSaysWhichValueCounts() throws Exception {
        emulator.seed("demo", """
                {"audiences": [{"name": "A"}, {"name": "B"}]}""");
        write("events.yaml", "events:\n  - {key: a, name: A}\n");
        Map<String, String> environment = Map.of("PRUNE", "all", "MAX_DELETES", "1", "LEDGER_FOLDER", folder.resolve("ledger").toString());

        Process none = process(environment, "plan", folder.toString(), "--prune", "none");
        String asked = new String(none.getInputStream().readAllBytes(), UTF_8);
        Process all = process(environment, "apply", folder.toString());
        String unasked = new String(all.getInputStream().readAllBytes(), UTF_8);

        assertThat(none.waitFor()).as(asked).isEqualTo(PlanCommand.CHANGES);
        assertThat(asked).contains("prune = none (--prune, before the variable PRUNE)", "max.deletes = 1 (the variable MAX_DELETES)",
                "manifest.owner = default (application.properties)", "1 to create, 0 to update, 0 to delete");
        assertThat(all.waitFor()).as(unasked).isEqualTo(1);
        assertThat(unasked).contains("prune = all (the variable PRUNE)", "the plan deletes 2 definitions, more than maxDeletes=1");
    }

    private Process process(Map<String, String> environment, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), ProjectAsCode.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().putAll(environment);
        properties.forEach((name, value) -> process.environment()
                .putIfAbsent(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return process.start();
    }

    @Test
    void whatIsExportedHasNothingToDo() throws Exception {
        emulator.seed("demo", """
                {"attributes": [{"key": "age", "name": "Age", "data_type": "number"}],
                 "audiences": [{"name": "Adults", "rules": {"attribute": "age", "operator": "at_least", "value": 18}}]}""");
        Path manifest = folder.resolve("project.yaml");

        assertThat(run("export", manifest.toString())).isZero();
        assertThat(run("plan", manifest.toString())).isZero();
        assertThat(out.toString()).contains("Nothing to do: the project matches the manifest.");
    }

    @Test
    void aPlanOfYesterdayDoesNotOverwriteWhatWasChangedSince() throws Exception {
        emulator.seed("demo", """
                {"audiences": [{"uid": "u1", "name": "Adults", "created_at": "then"}]}""");
        write("audiences.yaml", "audiences:\n  - {name: Adults, description: Of age}\n");
        String plan = folder.resolve("plan").toString();
        assertThat(run("plan", folder.toString(), "--json", plan)).isEqualTo(2);
        emulator.seed("demo", """
                {"audiences": [{"uid": "u1", "name": "Adults", "description": "Mine", "created_at": "then"}]}""");

        assertThat(run("apply", plan)).isEqualTo(1);

        assertThat(out.toString()).contains("CONFLICT", "it was changed since the plan was made, in /description");
        assertThat(emulator.project("demo").audience("Adults").path("description").asText()).isEqualTo("Mine");
    }

    @Test
    void whatIsTypedWrongIsAnErrorAndNotAChange() throws Exception {
        assertThat(run("plan", "--markdow", "x")).isEqualTo(1);
        assertThat(run("plan", folder.toString())).isEqualTo(1);
        assertThat(run("plan", folder.resolve("nowhere").toString())).isEqualTo(1);

        assertThat(err.toString()).contains("Unknown option", "no .yaml, .yml or .json file in " + folder,
                "there is no folder or file " + folder.resolve("nowhere"));
    }

    @Test
    void aMissingCredentialIsToldByItsName() throws Exception {
        write("events.yaml", "events:\n  - {key: a, name: A}\n");
        properties.remove("camel.component.personalize.authtoken");

        assertThat(run("plan", folder.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("authtoken");
    }

    @Test
    void theWorkflowCallsCommandsThatExist() throws Exception {
        List<String> calls = Files.readAllLines(Path.of("personalize-workflow.yaml")).stream().filter(line -> line.contains("$COMMAND"))
                .map(line -> line.replaceFirst(".*\\$COMMAND ", "").replaceFirst(" \\|\\|.*", "")).toList();

        assertThat(calls).hasSize(2).allSatisfy(call -> {
            CommandLine.ParseResult parsed = commands().parseArgs(call.split(" "));
            assertThat(parsed.hasSubcommand()).isTrue();
        });
    }

    private int run(String... args) {
        return commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    }

    private CommandLine commands() {
        return Commands.line(() -> properties);
    }

    private void write(String file, String manifest) throws Exception {
        Files.writeString(folder.resolve(file), manifest);
    }
}
