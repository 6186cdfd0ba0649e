// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import io.github.camelpersonalize.examples.setup.Summary;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** One run of the demo at its real pace, with a real broker and real sockets, looked at from all sides. */
class DemoTest {

    private static final String DEAD_LETTERS = "personalize.dead-letter";

    private static PersonalizeEmulator emulator;
    private static Demo demo;
    private static Topics topics;
    private static Summary summary;
    private static String console;

    @BeforeAll
    static void run() throws Exception {
        emulator = PersonalizeEmulator.start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        demo = new Demo(Settings.load(), Service.properties(emulator), Clock.systemUTC(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        summary = demo.run();
        console = out.toString(StandardCharsets.UTF_8);
        topics = new Topics(demo.brokers());
    }

    @AfterAll
    static void close() {
        demo.close();
        emulator.close();
    }

    @Test
    void everyGoodRecordIsCreatedAsItWasPublished() {
        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.created()).isEqualTo(Map.of("attributes", 12L, "events", 10L, "audiences", 10L));
        assertThat(emulator.project("demo").attributes()).hasSize(12);
        assertThat(emulator.project("demo").events()).hasSize(10);
        assertThat(emulator.project("demo").audiences()).hasSize(10);
        assertThat(emulator.project("demo").audience("Big spenders").get("rules").get("value").decimalValue())
                .isEqualByComparingTo("1999.95");
    }

    @Test
    void everyBadRecordIsInTheDeadLetterTopicAsItWasPublished() {
        Map<String, ConsumerRecord<String, String>> published = Stream.of("attributes", "events", "audiences")
                .flatMap(kind -> topics.read("personalize." + kind).stream())
                .collect(Collectors.toMap(DemoTest::place, Function.identity()));

        List<ConsumerRecord<String, String>> deadLetters = topics.read(DEAD_LETTERS);

        assertThat(deadLetters).hasSize(9).allSatisfy(letter -> {
            ConsumerRecord<String, String> original = published.get(source(letter));
            assertThat(letter.value()).isEqualTo(original.value());
            assertThat(letter.key()).isEqualTo(original.key());
        });
    }

    @Test
    void aDeadLetterSaysWhereItCameFromAndWhatIsWrongWithIt() {
        Map<String, String> reasons = topics.read(DEAD_LETTERS).stream().collect(Collectors.toMap(ConsumerRecord::value, letter -> {
            String message = Topics.text(letter.headers()).get("error.message");
            assertThat(message).endsWith(" (" + source(letter) + ")");
            return message.replace(" (" + source(letter) + ")", "").replaceFirst("uid [0-9a-f]{24}", "uid …");
        }));

        String dataType = "/data_type must be one of string, number, boolean, date; it is ";
        assertThat(reasons).containsOnly(
                entry("{\"name\":\"Half a record\",\"key\":\"half_a_re",
                        "attribute: Unexpected end-of-input: was expecting closing quote for a string value at line 1, column 41"),
                entry("this is no JSON at all",
                        "event: Unrecognized token 'this': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
                                + " at line 1, column 5"),
                entry("{\"name\":\"Favourite colour\",\"key\":\"favourite_colour\"}",
                        "attribute \"favourite_colour\": /data_type is missing"),
                entry("{\"name\":\"An event without its key\"}", "event: /key is missing"),
                entry("{\"description\":\"An audience that nobody named\","
                        + "\"rules\":{\"attribute\":\"plan\",\"operator\":\"equals\",\"value\":\"free\"}}", "audience: /name is missing"),
                entry("{\"name\":\"Birth year\",\"key\":\"birth_year\",\"data_type\":\"integer\"}",
                        "attribute \"birth_year\": " + dataType + "\"integer\""),
                entry("{\"name\":\"Rules in prose\",\"rules\":\"age is at least 18\"}",
                        "audience \"Rules in prose\": /rules must be an object or null; it is \"age is at least 18\""),
                entry("{\"name\":\"\",\"key\":7,\"data_type\":\"decimal\"}",
                        "attribute: /name must not be empty; /key must be a string; it is 7; " + dataType
                                + "\"decimal\""),
                entry("{\"name\":\"Years of age\",\"key\":\"age\",\"data_type\":\"string\"}",
                        "attribute \"age\": project \"demo\" already has a definition "
                                + "with this key (uid …), which differs in /name, /data_type; update that one, or choose another key"));
    }

    @Test
    void whatHasTheSameKeyKeepsItsOrder() {
        assertThat(emulator.requests("POST", "/attributes").stream().filter(request -> request.json().get("key").textValue().equals("age")))
                .extracting(request -> request.json().get("name").textValue() + " " + request.status())
                .containsExactly("Age 201", "Years of age 400");
        assertThat(emulator.project("demo").attribute("age").get("data_type").textValue()).isEqualTo("number");
    }

    @Test
    void audiencesComeAfterTheAttributesAndEventsThatTheirRulesName() {
        List<String> paths = emulator.requests().stream().map(RecordedRequest::path).toList();

        assertThat(paths.indexOf("/audiences")).isGreaterThan(Math.max(paths.lastIndexOf("/attributes"), paths.lastIndexOf("/events")));
    }

    @Test
    void theServiceIsNeverAskedMoreThanItAllows() {
        assertThat(emulator.requests()).extracting(RecordedRequest::status).doesNotContain(429);
    }

    @Test
    void theSummaryTellsWhatTheServiceSaw() {
        assertThat(summary.requests()).isEqualTo((int) emulator.requestCount());
        assertThat(summary.refused()).extracting(attempt -> attempt.at().toString())
                .containsExactlyInAnyOrderElementsOf(topics.read(DEAD_LETTERS).stream().map(DemoTest::source).toList());
        assertThat(summary.toString().lines().limit(3)).containsExactly("Read            41 records",
                "Created         32 (12 attributes, 10 events, 10 audiences)", "Refused          9, now in topic personalize.dead-letter:");
    }

    @Test
    void theConsoleHasALineForEachRecord() {
        assertThat(console.lines()).hasSize(41).allMatch(line -> line.matches("(created|refused)  personalize\\.\\w+-\\d@\\d+ +.+"));
    }

    @Test
    void aSecondRunInTheSameProcessIsLikeTheFirst() throws Exception {
        try (PersonalizeEmulator another = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0))) {
            Map<String, String> overrides = new HashMap<>(Service.properties(another));
            overrides.put("camel.component.personalize.requests-per-second", "1000");
            try (Demo second = new Demo(Settings.load(), overrides, Clock.systemUTC(), new PrintStream(PrintStream.nullOutputStream()))) {
                Summary again = second.run();

                assertThat(again.isComplete()).isTrue();
                assertThat(again.created()).isEqualTo(summary.created());
                assertThat(again.requests()).isEqualTo(summary.requests());
            }
        }
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    private static String source(ConsumerRecord<?, ?> letter) {
        Map<String, String> headers = Topics.text(letter.headers());
        return headers.get("source.topic") + "-" + headers.get("source.partition") + "@" + headers.get("source.offset");
    }
}
