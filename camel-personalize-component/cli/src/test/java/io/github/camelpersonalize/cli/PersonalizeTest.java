// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** Real files, real sockets, the commands as they are typed. */
class PersonalizeTest {

    private static final String TWO_AUDIENCES = """
            {"audiences": [{"name": "A"}, {"name": "B"}]}""";

    @TempDir
    Path folder;

    private final PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
    private final Map<String, String> environment = new HashMap<>();
    private StringWriter out;
    private StringWriter err;
    private String answer = "";
    private boolean isTerminal;

    @BeforeEach
    void service() {
        environment.put("CAMEL_COMPONENT_PERSONALIZE_BASE_URL", emulator.baseUrl());
        environment.put("CAMEL_COMPONENT_PERSONALIZE_AUTHTOKEN", emulator.authtoken());
        environment.put("CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID", "demo");
        environment.put("CAMEL_COMPONENT_PERSONALIZE_REQUESTS_PER_SECOND", "1000");
        environment.put("CAMEL_COMPONENT_PERSONALIZE_MAX_RETRIES", "0");
        environment.put("PERSONALIZE_LEDGER", folder.resolve(".ledger").toString());
    }

    @AfterEach
    void stopService() {
        emulator.close();
    }

    @Test
    void withoutArgumentsItSaysWhatThereIs() {
        assertThat(run()).isZero();

        assertThat(out.toString()).startsWith("Usage: personalize")
                .contains("validate", "plan", "apply", "export", "unused", "diff", "live-check", "emulator", "generate-completion",
                        "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "plan", "apply", "export", "unused", "diff", "live-check"})
    void eachCommandExplainsItselfAndTellsItsVersion(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: personalize " + command + " ");
        assertThat(run(command, "--version")).isZero();
        assertThat(out.toString()).matches("personalize \\d+\\.\\d+\\.\\d+(-\\w+)?\\R");
        assertThat(emulator.requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"plan; Missing required parameter: 'FOLDER|FILE'", "plan x --colour; Unknown option: '--colour'",
            "deploy; Unmatched argument at index 0: 'deploy'",
            "plan x --prune some; Invalid value for option '--prune': expected one of [none, owned, all] (case-sensitive) but was 'some'"})
    void aWrongCommandIsAFailureAndNotAPlanWithChanges(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.FAILURE);

        assertThat(err.toString().lines().findFirst()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void filesAreValidatedWithoutAServiceAndWithoutACredential() throws Exception {
        environment.clear();
        write("attributes.yaml", "attributes:\n  - {key: age, name: Age, data_type: number}\n");
        write("events.yaml", "events:\n  - {key: a, name: A}\n");

        assertThat(run("validate", folder.toString())).isZero();

        assertThat(out).hasToString("Valid: 2 definitions in 2 files." + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "plan", "apply"})
    void faultsAreToldALineEachWithTheirPlacesAndNothingIsSent(String command) throws Exception {
        write("attributes.yaml", "attributes:\n  - {key: age, name: Age, data_type: int}\n");
        write("events.yaml", "events:\n  - {key: purchase}\n");

        assertThat(run(command, folder.toString())).isEqualTo(ExitCode.FAILURE);

        assertThat(err.toString().lines().filter(line -> line.contains(".yaml"))).containsExactly(
                "attributes.yaml:2:38: /attributes/0/data_type must be one of string, number, boolean, date; it is \"int\"",
                "events.yaml:2:5: /events/0/name is missing");
        assertThat(emulator.requestCount()).isZero();
    }

    @Test
    void anEmptyFolderIsNoEmptyProject() {
        assertThat(run("plan", folder.toString(), "--prune", "all")).isEqualTo(ExitCode.FAILURE);

        assertThat(err.toString()).endsWith("There is no .yaml, .yml or .json file in " + folder + "." + System.lineSeparator());
    }

    @Test
    void aPlanIsShownAndAppliedAndThenThereIsNothingToDo() throws Exception {
        write("events.yaml", "events:\n  - {key: a, name: A}\n");

        assertThat(run("plan", folder.toString())).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("  + event \"a\"", "Plan: 1 to create, 0 to update, 0 to delete, 0 unchanged, 0 blocked.")
                .doesNotContain("\u001b[");
        assertThat(run("apply", folder.toString())).isZero();
        assertThat(out.toString()).contains("1 items: 1 CREATED");
        assertThat(run("plan", folder.toString())).isZero();
    }

    @Test
    void aPlanHasColoursOnATerminalUnlessTheyAreUnwanted() throws Exception {
        isTerminal = true;
        write("events.yaml", "events:\n  - {key: a, name: A}\n");

        run("plan", folder.toString());
        assertThat(out.toString()).containsPattern("\u001b\\[32m  \\+ event \"a\" .*\u001b\\[0m\\R");
        environment.put("NO_COLOR", "1");
        run("plan", folder.toString());
        assertThat(out.toString()).contains("  + event \"a\"").doesNotContain("\u001b[");
    }

    @Test
    void aBlockedStepIsAFailure() throws Exception {
        write("audiences.yaml", "audiences:\n  - {name: Adults, rules: {attribute: \"ref:attribute/age\"}}\n");

        assertThat(run("plan", folder.toString())).isEqualTo(ExitCode.FAILURE);

        assertThat(out.toString()).contains("  ! audience \"Adults\"", "0 unchanged, 1 blocked.");
    }

    @Test
    void whatFailedIsInTheReportAndTheRestIsDone() throws Exception {
        write("events.yaml", "events:\n  - {key: a, name: A}\n  - {key: b, name: B}\n");
        emulator.script(Script.on("POST", "/events").withKey("a").then(Step.status(422)));

        assertThat(run("apply", folder.toString())).isEqualTo(ExitCode.FAILURE);

        assertThat(out.toString()).contains("events.yaml:2  event", "2 items: 1 CREATED, 1 REJECTED");
    }

    @Test
    void F82_aPlanThatApplyWouldRefuseHasAnExitCodeOfItsOwnAndIsRefused() throws Exception {
        emulator.seed("demo", TWO_AUDIENCES);
        write("events.yaml", "events:\n  - {key: a, name: A}\n");

        assertThat(run("plan", folder.toString(), "--prune", "all", "--max-deletes", "1")).isEqualTo(ExitCode.REFUSED);
        assertThat(run("apply", folder.toString(), "--prune", "all", "--max-deletes", "1", "--yes")).isEqualTo(ExitCode.FAILURE);

        assertThat(err.toString()).contains("project: the plan deletes 2 definitions, more than maxDeletes=1");
        assertThat(emulator.project("demo").audiences()).hasSize(2);
    }

    @Test
    void whereNobodyCanBeAskedNothingIsDeletedWithoutYes() throws Exception {
        emulator.seed("demo", TWO_AUDIENCES);
        write("events.yaml", "events:\n  - {key: a, name: A}\n");

        assertThat(run("apply", folder.toString(), "--prune", "all")).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString()).endsWith("The plan deletes 2 definitions of project \"demo\", and nobody can be asked here."
                + " Add --yes to delete, or --prune none." + System.lineSeparator());
        assertThat(emulator.project("demo").events()).isEmpty();
        assertThat(run("apply", folder.toString(), "--prune", "all", "--yes")).isZero();
        assertThat(emulator.project("demo").audiences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"y, 0, 0", "yes, 0, 0", "n, 1, 2", "'', 1, 2"})
    void onATerminalItAsksBeforeItDeletes(String typed, int code, int left) throws Exception {
        emulator.seed("demo", TWO_AUDIENCES);
        write("events.yaml", "events:\n  - {key: a, name: A}\n");
        isTerminal = true;
        answer = typed + "\n";

        assertThat(run("apply", folder.toString(), "--prune", "all")).isEqualTo(code);

        assertThat(err.toString()).contains("Delete 2 definitions of project \"demo\"? [y/N] ");
        assertThat(emulator.project("demo").audiences()).hasSize(left);
    }

    @Test
    void F84_aSavedPlanIsAskedAboutTooAndDeletesNothingWhereNothingMayBeDeleted() throws Exception {
        emulator.seed("demo", TWO_AUDIENCES);
        write("events.yaml", "events:\n  - {key: a, name: A}\n");
        String plan = folder.resolve("plan").toString();
        assertThat(run("plan", folder.toString(), "--prune", "all", "--json", plan)).isEqualTo(ExitCode.FOUND);

        assertThat(run("apply", plan)).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString()).contains("project: the plan deletes 2 definitions, and prune=none allows no deletion");
        assertThat(run("apply", plan, "--prune", "all")).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString()).contains("nobody can be asked here");
        assertThat(emulator.project("demo").audiences()).hasSize(2);
        assertThat(run("apply", plan, "--prune", "all", "--yes")).isZero();
        assertThat(emulator.project("demo").audiences()).isEmpty();
    }

    @Test
    void F90_anOptionWinsOverTheEnvironmentAndTheOutputSaysWhichValueCounts() throws Exception {
        emulator.seed("demo", TWO_AUDIENCES);
        write("events.yaml", "events:\n  - {key: a, name: A}\n");
        environment.put("PERSONALIZE_PRUNE", "all");
        environment.put("PERSONALIZE_MAX_DELETES", "1");

        assertThat(run("plan", folder.toString(), "--prune", "none")).isEqualTo(ExitCode.FOUND);
        assertThat(err.toString().lines()).contains("prune = none (--prune)", "max-deletes = 1 (the variable PERSONALIZE_MAX_DELETES)",
                "owner = default (default)");
        assertThat(run("plan", folder.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString().lines()).contains("prune = all (the variable PERSONALIZE_PRUNE)");
    }

    @Test
    void theOptionsOfTheServiceWinOverTheVariablesOfTheComponent() throws Exception {
        environment.put("CAMEL_COMPONENT_PERSONALIZE_BASE_URL", "http://127.0.0.1:1");
        write("events.yaml", "events:\n  - {key: a, name: A}\n");

        assertThat(run("apply", folder.toString(), "--base-url", emulator.baseUrl(), "--project", "other")).isZero();

        assertThat(emulator.project("other").events()).hasSize(1);
        assertThat(emulator.project("demo").events()).isEmpty();
    }

    @Test
    void aProjectHasToBeNamed() throws Exception {
        environment.remove("CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID");

        assertThat(run("export")).isEqualTo(ExitCode.FAILURE);

        assertThat(err).hasToString("No project is named. Add --project UID, or set CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID."
                + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"PERSONALIZE_PROJCT, PERSONALIZE_PROJECT", "PERSONALIZE_PROJECT_UID, PERSONALIZE_PROJECT",
            "PERSONALIZE_MAXDELETES, PERSONALIZE_MAX_DELETES", "PERSONALIZE_BASEURL, PERSONALIZE_BASE_URL"})
    void aVariableThatIsProbablyMistypedIsToldWithTheNearestRightOne(String mistyped, String meant) throws Exception {
        environment.put(mistyped, "secret");

        assertThat(run("export")).isEqualTo(ExitCode.SUCCESS);

        assertThat(err.toString().lines()).contains("The variable " + mistyped + " is not read (did you mean " + meant + "?)");
        assertThat(err.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSONALIZE_AUTHTOKEN", "PERSONALIZE_PROJECT", "PERSONALIZE_LEDGER", "PERSONALISE_PROJCT", "PERSONALIZE_"})
    void aVariableOfSomebodyElseIsNotMentioned(String other) throws Exception {
        environment.put(other, environment.getOrDefault(other, "demo"));

        assertThat(run("export")).isEqualTo(ExitCode.SUCCESS);

        assertThat(err.toString()).doesNotContain("is not read");
    }

    @Test
    void aVariableThatNamesNoOptionIsToldWithoutItsValue() throws Exception {
        environment.put("CAMEL_COMPONENT_PERSONALIZE_AUTH_TOKEN", "secret");

        assertThat(run("export")).isEqualTo(ExitCode.FAILURE);

        assertThat(err).hasToString(
                "The component has no option authToken (did you mean \"authtoken\"?). Remove the variable CAMEL_COMPONENT_PERSONALIZE_AUTH_TOKEN,"
                        + " or correct its name." + System.lineSeparator());
    }

    @Test
    void whatIsExportedHasNothingToDo() throws Exception {
        emulator.seed("demo", """
                {"attributes": [{"key": "age", "name": "Age", "data_type": "number"}],
                 "audiences": [{"name": "Adults", "rules": {"attribute": "age", "operator": "at_least", "value": 18}}]}""");
        Path manifest = folder.resolve("project.yaml");

        assertThat(run("export", manifest.toString())).isZero();
        assertThat(run("plan", manifest.toString())).isZero();
        assertThat(run("export")).isZero();
        assertThat(out).hasToString(Files.readString(manifest));
    }

    @Test
    void aPlanOfYesterdayDoesNotOverwriteWhatWasChangedSince() throws Exception {
        emulator.seed("demo", """
                {"audiences": [{"uid": "u1", "name": "Adults", "created_at": "then"}]}""");
        write("audiences.yaml", "audiences:\n  - {name: Adults, description: Of age}\n");
        String plan = folder.resolve("plan").toString();
        assertThat(run("plan", folder.toString(), "--json", plan)).isEqualTo(ExitCode.FOUND);
        emulator.seed("demo", """
                {"audiences": [{"uid": "u1", "name": "Adults", "description": "Mine", "created_at": "then"}]}""");

        assertThat(run("apply", plan)).isEqualTo(ExitCode.FAILURE);

        assertThat(out.toString()).contains("CONFLICT", "it was changed since the plan was made, in /description");
        assertThat(emulator.project("demo").audience("Adults").path("description").asText()).isEqualTo("Mine");
    }

    @Test
    void filesThatExistAreNotOverwrittenUnlessForced() throws Exception {
        write("project.yaml", "mine");
        write("events.yml", "events:\n  - {key: a, name: A}\n");
        String file = folder.resolve("project.yaml").toString();
        String manifest = folder.resolve("events.yml").toString();

        assertThat(run("export", file)).isEqualTo(ExitCode.FAILURE);
        assertThat(err).hasToString(file + ": is there already: name another file, or add --force" + System.lineSeparator());
        for (String option : new String[]{"--json", "--html", "--markdown"}) {
            assertThat(run("plan", manifest, option, file)).isEqualTo(ExitCode.FAILURE);
        }
        assertThat(emulator.requestCount()).isZero();
        assertThat(Files.readString(Path.of(file))).isEqualTo("mine");
        assertThat(run("export", file, "--force")).isZero();
        assertThat(Files.readString(Path.of(file))).isNotEqualTo("mine");
    }

    @Test
    void whatNothingRefersToIsListed() throws Exception {
        emulator.seed("demo", """
                {"attributes": [{"uid": "u1", "key": "age", "name": "Age", "data_type": "number"}]}""");

        assertThat(run("unused")).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).startsWith("Nothing refers to 1 definition:\n  attribute \"age\" (uid u1)\n");
        assertThat(run("unused", "--project", "empty")).isZero();
    }

    @Test
    void twoProjectsAreComparedAndNeitherIsWritten() throws Exception {
        environment.remove("CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID");
        emulator.seed("staging", """
                {"events": [{"key": "a", "name": "New"}], "audiences": [{"name": "A"}]}""");
        emulator.seed("production", """
                {"events": [{"key": "a", "name": "New"}], "audiences": [{"name": "B"}]}""");

        assertThat(run("diff", "production", "staging")).as(() -> err.toString()).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("  + audience \"A\"", "  - audience \"B\"",
                "Plan: 1 to create, 0 to update, 1 to delete, 1 unchanged, 0 blocked.");
        assertThat(run("diff", "staging", "staging")).isZero();
        assertThat(emulator.requestCounts().keySet()).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void theEmulatorHasItsOwnOptionsAndHelp() {
        assertThat(run("emulator", "--colour")).isEqualTo(ExitCode.FAILURE);
        assertThat(run("emulator", "--help")).isZero();
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(folder.resolve(name), content);
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Personalize.line(new Surroundings(environment, isTerminal, new BufferedReader(new StringReader(answer))));
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    }
}
