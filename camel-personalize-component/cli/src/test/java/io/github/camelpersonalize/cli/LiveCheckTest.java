// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.live.LiveOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Real sockets, the command as it is typed, against services that keep to the facts and against some that do not. */
class LiveCheckTest {

    private static final String PROJECT = "66f0aa11bb22cc33dd44ee55";
    private static final String COMPONENT = "CAMEL_COMPONENT_PERSONALIZE_";
    private static final String TOKEN = "secret-of-this-test";
    private static final String OTHERS = """
            {"attributes": [{"uid": "6710a1b2c3d4e5f601020304", "name": "livecheck", "key": "livecheck"}],
             "events": [{"uid": "6710c1c2c3c4c5c6c7c8c9ca", "key": "purchase"}],
             "audiences": [{"uid": "6710b0b0c3d4e5f601020304", "name": "Gold", "definition": {"__type": "RuleCombination", "combinationType": "AND", "rules": []}}],
             "experiences": [{"uid": "6710d0d1d2d3d4d5d6d7d8d9", "name": "Two", "__type": "SEGMENTED", "versions": [{"status": "ACTIVE", "variants": []}]},
                             {"uid": "6710d0d1d2d3d4d5d6d7d8da", "name": "One", "__type": "SEGMENTED", "versions": [{"status": "DRAFT", "variants": []}]}],
             "priority": ["6710d0d1d2d3d4d5d6d7d8da", "6710d0d1d2d3d4d5d6d7d8d9"]}""";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private PersonalizeEmulator emulator;

    @AfterEach
    void stopService() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    void aServiceThatKeepsToTheFactsRefutesNothing() throws Exception {
        live();
        environment.put("CI", "true");

        int code = run();

        assertThat(verdicts("REFUTED")).isEmpty();
        assertThat(code).isEqualTo(ExitCode.SUCCESS);
        assertThat(verdicts("OPEN")).containsExactlyInAnyOrder("openapi-more", "lytics", "places", "left-out", "unknown-attribute",
                "unknown-event", "unknown-audience", "analytics", "cms");
        assertThat(out.toString()).contains("CONFIRMED S archives           An activation archives the version that was active.",
                " 0 REFUTED, 9 OPEN; ", " requests");
    }

    @Test
    void nothingIsLeftInTheProject() throws Exception {
        live();

        run();

        assertThat(emulator.project(PROJECT).experiences()).isEmpty();
        assertThat(emulator.project(PROJECT).audiences()).isEmpty();
        assertThat(emulator.project(PROJECT).events()).isEmpty();
        assertThat(emulator.project(PROJECT).attributes()).isEmpty();
    }

    @Test
    void aServiceOfTheOtherDialectIsReportedAndNothingIsWritten() throws Exception {
        start(EmulatorOptions.defaults().authtokens(TOKEN).rateLimit(0).personality(Personality.CONTRACT));

        assertThat(run()).isEqualTo(ExitCode.FOUND);
        assertThat(verdicts("REFUTED")).containsExactly("openapi", "lists", "priority");
        assertThat(emulator.requests()).isNotEmpty().extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void whatIsSeenOfUnknownMembersIsReported() throws Exception {
        live();
        run();
        assertThat(seen("unknown-attribute")).isEqualTo("accepted, HTTP 201, kept: false");
        emulator.close();

        live(options -> options.strictMembers(true));
        assertThat(run()).as(out.toString()).isEqualTo(ExitCode.SUCCESS);
        assertThat(seen("unknown-attribute")).startsWith("refused, HTTP 400, ").contains("data_type");
    }

    @Test
    void aPauseThatIsRefusedIsRefuted() throws Exception {
        live(options -> options.pauseLocked(true));

        assertThat(run()).isEqualTo(ExitCode.FOUND);
        assertThat(verdicts("REFUTED")).containsExactly("pause");
    }

    @Test
    void anOrderThatKeepsDeletedExperiencesIsRefuted() throws Exception {
        live(options -> options.stalePriority(true));

        run();

        assertThat(verdicts("REFUTED")).contains("order-forgets").doesNotContain("order-changes", "gone");
    }

    @Test
    void shortUidsThatChangeWithAVersionAreRefuted() throws Exception {
        live();
        lie(Proxy.Lie.inRequests(honest -> {
            boolean isDraft = honest.call().startsWith("PUT ") && honest.call().contains("/versions/")
                    && honest.body().contains("DRAFT");
            return isDraft ? honest.body(honest.body().replaceAll(",\\s*\"shortUid\":\\s*\"\\d+\"", "")) : honest;
        }));

        run();

        assertThat(verdicts("REFUTED")).contains("draft-keeps");
    }

    @Test
    void aFormerVersionThatIsNotArchivedIsRefuted() throws Exception {
        live();
        lie(Proxy.Lie.inResponses(honest -> honest.body(honest.body().replace("\"ARCHIVED\"", "\"PAUSED\""))));

        run();

        assertThat(verdicts("REFUTED")).containsExactly("archives");
    }

    @Test
    void aDeleteThatDeletesNothingIsRefutedAndDoneAgain() throws Exception {
        live();
        AtomicBoolean first = new AtomicBoolean(true);
        lie(Proxy.Lie.inRequests(honest -> {
            boolean isLast = honest.call().startsWith("DELETE /experiences/") && !honest.call().contains("/versions/");
            return isLast && first.getAndSet(false) ? honest.status(200).body("{}") : honest;
        }));

        run();

        assertThat(verdicts("REFUTED")).contains("deleted", "delete-active");
        assertThat(emulator.project(PROJECT).experiences()).isEmpty();
    }

    @Test
    void aDescriptionWithAnotherPathIsRefuted() throws Exception {
        live();
        lie(Proxy.Lie.inResponses(honest -> honest.call().endsWith("/openapi")
                ? honest.body(honest.body().replace("/experiences-priority", "/experiences/order"))
                : honest));

        run();

        assertThat(verdicts("REFUTED")).containsExactly("openapi-calls");
        assertThat(seen("openapi-calls")).isEqualTo("missing: GET /experiences-priority, PUT /experiences-priority");
        assertThat(seen("openapi-more")).contains("PUT /experiences/order");
    }

    @Test
    void whatOthersHaveIsNotTouched() throws Exception {
        live();
        JsonNode before = emulator.seed(PROJECT, OTHERS).document();
        environment.put("PERSONALIZE_ALLOW_OTHER_DEFINITIONS", "true");

        assertThat(run()).as(out.toString()).isEqualTo(ExitCode.SUCCESS);
        for (String member : List.of("attributes", "events", "audiences", "experiences", "priority")) {
            assertThat(emulator.project(PROJECT).document().path(member)).isEqualTo(before.path(member));
        }
        assertThat(emulator.requests().stream().filter(request -> !request.method().equals("GET")).map(RecordedRequest::path))
                .noneMatch(path -> path.matches(
                        ".*/(6710a1b2c3d4e5f601020304|6710c1c2c3c4c5c6c7c8c9ca|6710b0b0c3d4e5f601020304|6710d0d1d2d3d4d5d6d7d8d[9a]).*"));
    }

    @Test
    void aProjectWithDefinitionsOfOthersIsRefused() throws Exception {
        live();
        emulator.seed(PROJECT, OTHERS);

        assertThat(run()).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString())
                .endsWith("The project has definitions that this command did not make: {experiences=2, audiences=1, events=1, "
                        + "attributes=1}. Use an empty project, or add --allow-other-definitions: they are neither changed nor deleted.\n");
        assertThat(emulator.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void aReportThatExistsIsNotOverwrittenAndNothingIsTried() throws Exception {
        live();
        Path mine = Files.writeString(folder.resolve("mine.json"), "mine");

        assertThat(Personalize.line(new Surroundings(environment, false, new BufferedReader(new StringReader(""))))
                .setErr(new PrintWriter(err)).execute("live-check", "--json", mine.toString())).isEqualTo(ExitCode.FAILURE);
        assertThat(err).hasToString(mine + ": is there already: name another file, or add --force\n");
        assertThat(emulator.requests()).isEmpty();
    }

    @Test
    void whatIsDoneIsToldApartFromTheReport() throws Exception {
        live();

        run();

        assertThat(err).hasToString("""
                The description of 127.0.0.1 is compared.
                Definitions are created, read, changed and deleted, by some 200 requests.
                What was created and is not deleted yet is deleted.
                """);
        assertThat(out.toString().lines().filter(line -> !line.isBlank() && !line.startsWith(" ")))
                .allMatch(line -> line.matches("(CONFIRMED|OPEN     ) [SLU] .*|\\d+ points of 127.0.0.1: .*"));
    }

    @Test
    void anOptionWinsOverItsVariable() throws Exception {
        live();
        environment.put("PERSONALIZE_SCRATCH_PROJECT", "another");
        environment.put("PERSONALIZE_NAME_PREFIX", "x");

        assertThat(run("--scratch-project", PROJECT, "--name-prefix", "mychecks_")).as(() -> err.toString()).isEqualTo(ExitCode.SUCCESS);
        assertThat(emulator.requests().stream().filter(request -> request.method().equals("POST"))).isNotEmpty()
                .anyMatch(request -> request.body().contains("mychecks_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "Livecheck_", "x", "live-check"})
    void aPrefixThatCouldBeThatOfOthersIsRefused(String prefix) throws Exception {
        live();

        assertThat(run("--name-prefix", prefix)).isEqualTo(ExitCode.FAILURE);
        assertThat(err).hasToString("--name-prefix \"" + prefix + "\" must have 6 to 30 characters, small letters, digits and _, "
                + "with a letter first: what begins with it is deleted.\n");
        assertThat(emulator.requests()).isEmpty();
    }

    @Test
    void aProjectThatIsNotNamedTwiceIsRefused() throws Exception {
        live();
        environment.put("PERSONALIZE_SCRATCH_PROJECT", "another");

        assertThat(run()).isEqualTo(ExitCode.FAILURE);
        assertThat(err).hasToString("Name the project \"" + PROJECT
                + "\" once more, with --scratch-project: this command writes, so use a project that you can lose.\n");
        assertThat(emulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void aBuildReachesTheLoopbackOnly(Region region) throws Exception {
        live();
        environment.put("CI", "true");
        environment.remove(COMPONENT + "BASE_URL");
        environment.put(COMPONENT + "REGION", region.label());
        assertThat(run()).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString())
                .endsWith("in a build this command runs against the loopback only, not " + region.baseUrl().getHost() + ".\n");
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void thisTestKnowsNoHostOfARegion(Region region) {
        assertThatThrownBy(() -> InetAddress.getByName(region.baseUrl().getHost())).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void aCredentialThatIsRefusedEndsTheRun() throws Exception {
        live();
        environment.put(COMPONENT + "AUTHTOKEN", "stale-" + TOKEN);

        assertThat(run()).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString()).contains("The service refuses the credential: ").doesNotContain("stale-" + TOKEN);
    }

    @Test
    void noReportHasASecretOrAUid() throws Exception {
        live();
        lie(Proxy.Lie
                .inRequests(
                        honest -> honest.call().startsWith("DELETE /events")
                                ? honest.status(400)
                                        .body("{\"error\":\"x\",\"message\":\"" + TOKEN + " of " + PROJECT
                                                + " ada@example.com blt0123456789abcdef\"}")
                                : honest));

        run();

        assertThat(seen("event-in-use")).contains("<address>");
        assertThat(out + err.toString() + Files.readString(folder.resolve("report.json"))).doesNotContain(TOKEN, PROJECT, "ada@example.com")
                .doesNotContainPattern("blt[0-9a-f]{8}").doesNotContainPattern("\\b[0-9a-f]{24}\\b");
    }

    @Test
    void whatAKilledRunHasLeftCanBeDeletedAlone() throws Exception {
        live();
        emulator.seed(PROJECT, OTHERS);
        environment.put("PERSONALIZE_ALLOW_OTHER_DEFINITIONS", "true");
        killed(Process::destroyForcibly);
        assertThat(emulator.project(PROJECT).experiences()).hasSizeGreaterThan(2);

        assertThat(run("--clean")).as(err.toString()).isEqualTo(ExitCode.SUCCESS);
        assertThat(out).hasToString("Nothing of this command is left.\n");
        assertThat(emulator.project(PROJECT).experiences()).hasSize(2);
    }

    @Test
    void aRunBeginsWithDeletingWhatAnEarlierOneHasLeft() throws Exception {
        live();
        emulator.seed(PROJECT, OTHERS);
        environment.put("PERSONALIZE_ALLOW_OTHER_DEFINITIONS", "true");
        killed(Process::destroyForcibly);

        assertThat(run()).as(out.toString()).isEqualTo(ExitCode.SUCCESS);
        assertThat(emulator.project(PROJECT).experiences()).extracting(one -> one.get("name").textValue()).containsExactly("Two", "One");
        assertThat(emulator.project(PROJECT).attributes()).hasSize(1);
    }

    @Test
    void aRunThatIsAskedToEndCleansUp() throws Exception {
        live();

        killed(process -> {
            process.destroy();
            return process;
        });

        assertThat(emulator.project(PROJECT).experiences()).isEmpty();
        assertThat(emulator.project(PROJECT).attributes()).isEmpty();
    }

    /** A service that keeps to the facts. */
    private void live() {
        live(UnaryOperator.identity());
    }

    private void live(UnaryOperator<LiveOptions> change) {
        start(EmulatorOptions.defaults().authtokens(TOKEN).rateLimit(0).live(change.apply(LiveOptions.defaults())));
    }

    private void start(EmulatorOptions options) {
        emulator = PersonalizeEmulator.start(options);
        environment.put(COMPONENT + "BASE_URL", emulator.baseUrl());
        environment.put(COMPONENT + "AUTHTOKEN", TOKEN);
        environment.put(COMPONENT + "PROJECT_UID", PROJECT);
        environment.put(COMPONENT + "REQUESTS_PER_SECOND", "1000");
        environment.put("PERSONALIZE_SCRATCH_PROJECT", PROJECT);
    }

    private void lie(Proxy.Lie lie) throws IOException {
        Proxy proxy = new Proxy(emulator.baseUrl(), lie);
        environment.put(COMPONENT + "BASE_URL", proxy.baseUrl());
    }

    private int run(String... more) {
        List<String> args = new ArrayList<>(List.of("live-check", "--json", folder.resolve("report.json").toString(), "--force"));
        args.addAll(List.of(more));
        CommandLine line = Personalize.line(new Surroundings(environment, false, new BufferedReader(new StringReader(""))));
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args.toArray(String[]::new));
    }

    /** Runs the command in a process of its own, and ends it in the middle. */
    private void killed(UnaryOperator<Process> kill) throws Exception {
        environment.put(COMPONENT + "REQUESTS_PER_SECOND", "40");
        int others = emulator.project(PROJECT).exists() ? emulator.project(PROJECT).experiences().size() : 0;
        ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + System.getProperty("jdk.net.hosts.file"), "-cp", System.getProperty("java.class.path"),
                Personalize.class.getName(), "live-check");
        command.environment().putAll(environment);
        Process process = command.redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile()).start();
        while (process.isAlive() && emulator.project(PROJECT).experiences().size() <= others) {
            Thread.sleep(5);
        }
        assertThat(process.isAlive()).as(Files.readString(folder.resolve("out.txt"))).isTrue();
        kill.apply(process).waitFor();
        environment.put(COMPONENT + "REQUESTS_PER_SECOND", "1000");
    }

    private List<String> verdicts(String verdict) throws IOException {
        return StreamSupport.stream(report().path("points").spliterator(), false)
                .filter(point -> point.get("verdict").asText().equals(verdict))
                .map(point -> point.get("id").asText()).toList();
    }

    private String seen(String id) throws IOException {
        return StreamSupport.stream(report().path("points").spliterator(), false).filter(point -> point.get("id").asText().equals(id))
                .map(point -> point.get("seen").asText()).findFirst().orElseThrow();
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("report.json")));
    }
}
