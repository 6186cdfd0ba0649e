// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.examples.setup.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Real files, real sockets. */
class FileToPersonalizeTest {

    @TempDir
    Path inbox;

    private final PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
    private final Map<String, String> properties = new HashMap<>(Service.properties(emulator));
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<FileTally> files = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopService() {
        emulator.close();
    }

    @Test
    void theSampleFilesAreSettledLineByLine() throws Exception {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());

        List<FileTally> tallies = new Demo(inbox, Service.properties(emulator), Clock.systemUTC(), nowhere).run();

        assertThat(tallies).extracting(tally -> tally.toString().replaceFirst(", [^,]*$", "")).containsExactly(
                "attributes.csv: 6 created, 3 refused, 8 API requests", "audiences.jsonl: 3 created, 2 refused, 3 API requests",
                "events-app.jsonl: 2 created, 0 refused, 2 API requests", "events.csv: 4 created, 1 refused, 4 API requests");
        assertThat(tallies.stream().mapToInt(FileTally::requests).sum()).isEqualTo((int) emulator.requestCount());
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

        settle(1);

        assertThat(inbox.resolve(".errors/audiences.jsonl.txt")).hasContent("""
                audiences.jsonl:3: audience: /name is missing
                    {"description":"nameless"}
                audiences.jsonl:4: audience: Unexpected end-of-input within/between Object entries at line 1, column 9
                    {"name":
                """);
        assertThat(lines).containsExactly("created  audiences.jsonl:1    Adults",
                "refused  audiences.jsonl:3    audience: /name is missing",
                "refused  audiences.jsonl:4    audience: Unexpected end-of-input within/between Object entries at line 1, column 9");
    }

    @Test
    void csvIsReadByTheNamesOfItsColumnsAsSpreadsheetsWriteIt() throws Exception {
        Files.writeString(inbox.resolve("attributes-2026.csv"),
                "\uFEFFkey,\"data_type\",name\r\nage,number,\"Age, in \"\"years\"\"\"\r\n\r\ncity,string, Stadt/Ville/Città \r\n");

        settle(1);

        assertThat(emulator.requests()).extracting(RecordedRequest::body).containsExactly(
                "{\"key\":\"age\",\"data_type\":\"number\",\"name\":\"Age, in \\\"years\\\"\"}",
                "{\"key\":\"city\",\"data_type\":\"string\",\"name\":\"Stadt/Ville/Città\"}");
    }

    @Test
    void aLineThatIsNotUtf8DoesNotSpoilTheOthers() throws Exception {
        Files.write(inbox.resolve("events.csv"), "name,key\nGrün,green\nRot,red\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(inbox.resolve("events.jsonl"),
                "{\"name\":\"Grün\",\"key\":\"g\"}\n{\"name\":\"Rot\",\"key\":\"r\"}\n".getBytes(StandardCharsets.ISO_8859_1));

        settle(2);

        assertThat(emulator.project("demo").events()).extracting(this::naturalKey).containsExactly("red", "r");
        assertThat(lines).filteredOn(line -> line.startsWith("refused")).hasSize(2).satisfiesExactly(
                line -> assertThat(line).startsWith("refused  events.csv:2         not CSV in UTF-8: "),
                line -> assertThat(line).isEqualTo("refused  events.jsonl:1       event: the bytes are not valid UTF-8 at offset 11"));
    }

    @Test
    void withoutTheNamesOfTheColumnsNothingOfTheFileIsGuessed() throws Exception {
        Files.writeString(inbox.resolve("events.csv"), "\"name,key\nRot,red\n");

        settle(1);

        assertThat(lines).containsExactly("refused  events.csv:1         the first line does not name the columns, "
                + "and the other lines cannot be read without them");
        assertThat(emulator.requestCount()).isZero();
    }

    @Test
    void aFileThatIsReadAgainChangesNothing() throws Exception {
        Files.writeString(inbox.resolve("events.csv"), "name,key\nRot,red\n");
        settle(1);
        Files.writeString(inbox.resolve("events.csv"), "name,key\nRot,red\nGrün,green\n");

        settle(2);

        assertThat(lines).containsExactly("created  events.csv:2         red", "adopted  events.csv:2         red",
                "created  events.csv:3         green");
        assertThat(files.get(1).toString()).startsWith("events.csv: 1 created, 1 adopted, 0 refused, 3 API requests, ");
    }

    @Test
    void whileTheServiceIsDownTheLineIsHeldAndThenCreated() throws Exception {
        emulator.script(Script.on("*", "/**").then(4, Step.status(503)));
        Files.writeString(inbox.resolve("events.csv"), "name,key\nRot,red\nGrün,green\n");

        settle(1);

        assertThat(lines).filteredOn(line -> line.startsWith("held"))
                .isNotEmpty().allMatch(line -> line.startsWith("held     events.csv:2         event \"red\": the service failed with 503"));
        assertThat(lines).filteredOn(line -> !line.startsWith("held"))
                .containsExactly("created  events.csv:2         red", "created  events.csv:3         green");
        assertThat(files.get(0).requests()).isEqualTo((int) emulator.requestCount());
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

        assertThat(lines.get(0))
                .isEqualTo("stopped  event \"red\": the service refused the credential with 401: The credentials are not valid; "
                        + "check authtoken, accessToken, the OAuth options or credentials (on the endpoint or as camel.component.personalize.*) (events.csv:2)");
        assertThat(names(inbox)).containsExactly("events.csv");
        assertThat(inbox.resolve(".errors")).doesNotExist();
    }

    private void settle(int howMany) {
        try (Connector connector = connector()) {
            connector.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> files.size() == howMany);
        }
    }

    private Connector connector() {
        properties.put("inbox", inbox.toString());
        properties.put("camel.component.personalize.requests-per-second", "1000");
        properties.put("camel.component.personalize.max-retries", "0");
        properties.put("outage.pause", "50");
        return new Connector(properties, Clock.systemUTC(), lines::add, files::add);
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
