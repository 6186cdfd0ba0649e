// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.examples.setup.Attempt;
import io.github.camelpersonalize.examples.setup.Attempt.Verdict;
import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Summary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

/** Real files, real sockets. */
class FileToPersonalizeTest {

    @TempDir
    Path inbox;

    private final PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
    private final Map<String, String> properties = new HashMap<>(Service.properties(emulator));
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopService() {
        emulator.close();
    }

    @Test
    void theSampleFilesAreSettledLineByLine() throws Exception {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());

        Summary summary = new Demo(inbox, Service.properties(emulator), Clock.systemUTC(), nowhere).run();

        attempts.addAll(summary.attempts());
        assertThat(files()).containsExactly(
                entry("attributes.csv", "6 created, 2 refused, 1 updated, 8 API requests"),
                entry("audiences.jsonl", "3 created, 2 refused, 4 API requests"),
                entry("events-app.jsonl", "2 created, 3 API requests"),
                entry("events.csv", "4 created, 1 refused, 4 API requests"));
        assertThat(summary.requests()).isEqualTo((int) emulator.requestCount());
        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.toString().lines().limit(4)).containsExactly("Read            21 lines",
                "Created         15 (6 attributes, 6 events, 3 audiences)", "Updated          1",
                "Refused          5, now in folder " + inbox.resolve(".errors") + ":");
        assertThat(emulator.project("demo").attributes()).extracting(this::naturalKey).containsExactly("age", "country", "city",
                "lifetime_value",
                "newsletter", "signup_date");
        assertThat(emulator.project("demo").attribute("city").get("name").textValue()).isEqualTo("City, or the nearest one");
        assertThat(names(inbox)).isEmpty();
        assertThat(names(inbox.resolve(".done"))).extracting(name -> name.replaceFirst("^\\d{8}-\\d{6}-", ""))
                .containsExactlyInAnyOrder("attributes.csv", "audiences.jsonl", "events-app.jsonl", "events.csv");
    }

    @Test
    void theFileOfErrorsSaysWhereAndWhyAndHasTheLineItself() throws Exception {
        Files.writeString(inbox.resolve("audiences.jsonl"), """
                {"name":"Adults"}

                {"description":"nameless"}
                {"name":
                """);

        settle();

        assertThat(inbox.resolve(".errors/audiences.jsonl.txt")).hasContent("""
                audience: /name is missing (audiences.jsonl:3)
                    {"description":"nameless"}
                audience: Unexpected end-of-input within/between Object entries at line 1, column 9 (audiences.jsonl:4)
                    {"name":
                """);
        assertThat(lines()).containsExactly("created  audiences.jsonl:1            Adults",
                "refused  audiences.jsonl:3            audience: /name is missing",
                "refused  audiences.jsonl:4            audience: Unexpected end-of-input within/between Object entries at line 1, column 9");
    }

    @Test
    void csvIsReadByTheNamesOfItsColumnsAsSpreadsheetsWriteIt() throws Exception {
        Files.writeString(inbox.resolve("attributes-2026.csv"),
                "\uFEFFkey,\"data_type\",name\r\nage,number,\"Age, in \"\"years\"\"\"\r\n\r\ncity,string, Stadt/Ville/Città \r\n");

        settle();

        assertThat(emulator.requests("POST", "/attributes")).extracting(RecordedRequest::body).containsExactly(
                "{\"key\":\"age\",\"data_type\":\"number\",\"name\":\"Age, in \\\"years\\\"\"}",
                "{\"key\":\"city\",\"data_type\":\"string\",\"name\":\"Stadt/Ville/Città\"}");
    }

    @Test
    void aLineThatIsNotUtf8DoesNotSpoilTheOthers() throws Exception {
        Files.write(inbox.resolve("events.csv"), "name,key\nGrün,green\nRot,red\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(inbox.resolve("events.jsonl"),
                "{\"name\":\"Grün\",\"key\":\"g\"}\n{\"name\":\"Rot\",\"key\":\"r\"}\n".getBytes(StandardCharsets.ISO_8859_1));

        settle();

        assertThat(emulator.project("demo").events()).extracting(this::naturalKey).containsExactly("red", "r");
        assertThat(lines()).filteredOn(line -> line.startsWith("refused")).hasSize(2).satisfiesExactly(
                line -> assertThat(line).startsWith("refused  events.csv:2                 not CSV in UTF-8: "),
                line -> assertThat(line)
                        .isEqualTo("refused  events.jsonl:1               event: the bytes are not valid UTF-8 at offset 11"));
    }

    @Test
    void withoutTheNamesOfTheColumnsNothingOfTheFileIsGuessed() throws Exception {
        Files.writeString(inbox.resolve("events.csv"), "\"name,key\nRot,red\n");

        settle();

        assertThat(lines()).containsExactly(
                "refused  events.csv:2                 not CSV with the columns of the first line: Missing closing quote for value");
        assertThat(emulator.requestCount()).isZero();
    }

    @Test
    void aLineThatHasACellTooManyOrTooFewIsRefused() throws Exception {
        Files.writeString(inbox.resolve("events.csv"), "name,key\nRed, bright,red\nGreen\n");

        settle();

        assertThat(lines()).hasSize(2).satisfiesExactly(
                line -> assertThat(line)
                        .startsWith("refused  events.csv:2                 not CSV with the columns of the first line: Too many entries"),
                line -> assertThat(line)
                        .startsWith("refused  events.csv:3                 not CSV with the columns of the first line: Not enough column"));
        assertThat(emulator.requestCount()).isZero();
    }

    @Test
    void aFileThatIsReadAgainChangesNothing() throws Exception {
        Files.writeString(inbox.resolve("events.csv"), "name,key\nRot,red\n");
        settle();
        Files.writeString(inbox.resolve("events.csv"), "name,key\nRot,red\nGrün,green\n");

        settle();

        assertThat(lines()).containsExactly("created  events.csv:2                 red", "unchanged events.csv:2                 red",
                "created  events.csv:3                 green");
        assertThat(files()).containsExactly(entry("events.csv", "2 created, 1 unchanged, 4 API requests"));
    }

    @Test
    void whileTheServiceIsDownTheLineIsHeldAndThenCreated() throws Exception {
        emulator.script(Script.on("*", "/**").then(4, Step.status(503)));
        Files.writeString(inbox.resolve("events.csv"), "name,key\nRot,red\nGrün,green\n");

        settle();

        assertThat(lines()).filteredOn(line -> line.startsWith("held"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("held     events.csv:2                 event \"red\": the service failed with 503"));
        assertThat(lines()).filteredOn(line -> !line.startsWith("held"))
                .containsExactly("created  events.csv:2                 red", "created  events.csv:3                 green");
        assertThat(attempts.stream().mapToInt(Attempt::requests).sum()).isEqualTo((int) emulator.requestCount());
        assertThat(inbox.resolve(".errors")).doesNotExist();
    }

    @Test
    void whatTheServiceRefusesForItsCredentialsStopsTheRouteAndStaysWhereItIs() throws Exception {
        properties.put("camel.component.personalize.authtoken", "an-authtoken-of-old");
        Files.writeString(inbox.resolve("events.csv"), "name,key\nRot,red\nGrün,green\n");

        try (Connector connector = connector()) {
            connector.run();
            assertThat(connector.isStopped()).isTrue();
        }

        assertThat(lines().get(0))
                .isEqualTo(
                        "stopped  events.csv:2                 event \"red\": the service refused the credential with 401: The credentials are not valid; "
                                + "check authtoken, accessToken, the OAuth options or credentials (on the endpoint or as camel.component.personalize.*); it was sent to 127.0.0.1");
        assertThat(names(inbox)).containsExactly("events.csv");
        assertThat(inbox.resolve(".errors")).doesNotExist();
    }

    private void settle() {
        try (Connector connector = connector().start()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> names(inbox).isEmpty());
        }
    }

    private Connector connector() {
        properties.put("inbox", inbox.toString());
        properties.put("camel.component.personalize.requests-per-second", "1000");
        properties.put("camel.component.personalize.max-retries", "0");
        properties.put("outage.pause", "50");
        return new Connector(properties).report(Verdict.STOPPED, attempts::add);
    }

    private List<String> lines() {
        return attempts.stream().map(Attempt::toString).toList();
    }

    /** What became of the lines of each file, in the order in which the files were read. */
    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        attempts.stream().collect(Collectors.groupingBy(attempt -> attempt.at().source(), LinkedHashMap::new, Collectors.toList()))
                .forEach((file, of) -> files.put(file, of.stream()
                        .collect(Collectors.groupingBy(attempt -> attempt.verdict().name().toLowerCase(Locale.ROOT), TreeMap::new,
                                Collectors.counting()))
                        .entrySet().stream().map(verdict -> verdict.getValue() + " " + verdict.getKey()).collect(Collectors.joining(", "))
                        + ", " + of.stream().mapToInt(Attempt::requests).sum() + " API requests"));
        return files;
    }

    private String naturalKey(ObjectNode definition) {
        return definition.get("key").textValue();
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
        }
    }
}
