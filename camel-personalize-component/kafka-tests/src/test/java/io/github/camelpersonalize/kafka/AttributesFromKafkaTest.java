// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** What the guide's route makes of the records of a topic. */
class AttributesFromKafkaTest extends KafkaRoutes {

    @Test
    void F48_aPoisonPillAmongFiveHundredRecordsIsTheOnlyOneNotWritten() {
        IntStream.range(0, 250).forEach(i -> topics.publish("key" + i % 100, attribute("key" + i % 100, "v" + i / 100)));
        topics.publish("key7", "{\"key\": ");
        IntStream.range(250, 499).forEach(i -> topics.publish("key" + i % 100, attribute("key" + i % 100, "v" + i / 100)));

        try (Connector connector = Connector.start(properties)) {
            awaitSettled();
        }

        assertThat(names()).isEqualTo(IntStream.range(0, 100).boxed()
                .collect(Collectors.toMap(i -> "key" + i, i -> i == 99 ? "v3" : "v4")));
        ConsumerRecord<String, String> letter = onlyDeadLetter();
        assertThat(letter.key()).isEqualTo("key7");
        assertThat(letter.value()).isEqualTo("{\"key\": ");
        assertThat(Topics.headers(letter)).contains(entry("source.topic", topics.name()), entry("error.outcome", "REJECTED"))
                .containsKeys("source.partition", "source.offset", "error.message");
        assertThat(topics.committed()).isEqualTo(topics.ends());
    }

    @Test
    void F48_theRecordsOfAKeyAreWrittenInTheirOrder() {
        properties.put("batch.quiet", "1");
        properties.put("batch.interval", "1");
        try (Connector connector = Connector.start(properties)) {
            for (int i = 0; i < 400; i++) {
                topics.publish("key" + i % 4, attribute("key" + i % 4, "%03d".formatted(i)));
                topics.flush();
            }
            awaitSettled();
        }

        Map<String, List<String>> written = emulator.requests().stream().filter(request -> !request.method().equals("GET"))
                .map(RecordedRequest::json).collect(Collectors.groupingBy(attribute -> attribute.path("key").asText(),
                        Collectors.mapping(attribute -> attribute.path("name").asText(), Collectors.toList())));
        assertThat(written).hasSize(4).allSatisfy((key, versions) -> assertThat(versions).hasSizeGreaterThan(1).isSorted());
        assertThat(names()).isEqualTo(Map.of("key0", "396", "key1", "397", "key2", "398", "key3", "399"));
    }

    @Test
    void F49_whatIsDeliveredAgainWritesNothing() {
        IntStream.range(0, 60).forEach(i -> topics.publish("key" + i % 20, attribute("key" + i % 20, "v" + i / 20)));
        try (Connector connector = Connector.start(properties)) {
            awaitSettled();
            emulator.clearRequests();

            IntStream.range(40, 60).forEach(i -> topics.publish("key" + i % 20, attribute("key" + i % 20, "v" + i / 20)));
            awaitSettled();
        }
        assertThat(emulator.requests()).isNotEmpty().extracting(RecordedRequest::method).containsOnly("GET");

        emulator.clearRequests();
        properties.put("kafka.group", "others-who-begin-at-the-beginning");
        try (Connector connector = Connector.start(properties)) {
            soon().until(() -> topics.committed("others-who-begin-at-the-beginning").equals(topics.ends()));
        }
        assertThat(emulator.requests()).isNotEmpty().extracting(RecordedRequest::method).containsOnly("GET");
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    @Test
    void F51_aTombstoneIsIgnoredUnlessToldOtherwise() {
        topics.publish("age", attribute("age", "Age"), null);

        try (Connector connector = Connector.start(properties)) {
            awaitSettled();
        }

        assertThat(names()).isEqualTo(Map.of("age", "Age"));
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    @Test
    void F51_aTombstoneDeletesTheAttributeOfItsKey() {
        properties.put("camel.component.personalize.tombstone", "delete");
        topics.publish("age", attribute("age", "Age"), null);
        topics.publish("city", attribute("city", "City"), null, attribute("city", "Town"));
        emulator.seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Old", "data_type": "string"},
                                {"uid": "a2", "key": "city", "name": "Old", "data_type": "string"}]}""");

        try (Connector connector = Connector.start(properties)) {
            awaitSettled();
        }

        assertThat(names()).isEqualTo(Map.of("city", "Town"));
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    @Test
    void F51_aTombstoneIsADeadLetterWhereItIsAFailure() {
        properties.put("camel.component.personalize.tombstone", "fail");
        topics.publish("age", attribute("age", "Age"), null);

        try (Connector connector = Connector.start(properties)) {
            awaitSettled();
        }

        assertThat(names()).isEqualTo(Map.of("age", "Age"));
        assertThat(onlyDeadLetter().key()).isEqualTo("age");
        assertThat(onlyDeadLetter().value()).isNull();
        assertThat(Topics.headers(onlyDeadLetter())).containsEntry("source.offset", "1").containsEntry("error.outcome", "REJECTED");
    }

    @Test
    void F56_ofABatchOfMixedOutcomesTheFailedOnesAreDeadLettersInTheirOrder() {
        properties.put("camel.component.personalize.tombstone", "delete");
        emulator.seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "same", "name": "Same", "data_type": "string"},
                                {"uid": "a2", "key": "old", "name": "Old", "data_type": "string"},
                                {"uid": "a3", "key": "gone", "name": "Gone", "data_type": "string"},
                                {"uid": "a4", "key": "used", "name": "Used", "data_type": "string"}],
                 "audiences": [{"uid": "b1", "name": "Users", "rules": {"attribute": "used"}}]}""");
        topics.publishTo(1, "new", attribute("new", "New"));
        topics.publishTo(1, "used", null);
        topics.publishTo(1, "same", attribute("same", "Same"));
        topics.publishTo(1, "bad", "no JSON");
        topics.publishTo(1, "old", attribute("old", "Newer"));
        topics.publishTo(1, "gone", null);
        topics.publishTo(1, "typed", attribute("typed", "Typed").replace("string", "int"));

        try (Connector connector = Connector.start(properties)) {
            soon().until(() -> topics.committed().getOrDefault(1, 0L) == 1 && emulator.requests("GET", "/audiences").size() >= 2);
            assertThat(topics.readDeadLetters()).isEmpty();

            // What the deletion waited for.
            emulator.seed(PROJECT, emulator.project(PROJECT).document().toString().replace("{\"attribute\":\"used\"}", "{}"));
            awaitSettled();
        }

        assertThat(names()).isEqualTo(Map.of("new", "New", "same", "Same", "old", "Newer"));
        assertThat(topics.readDeadLetters()).extracting(letter -> letter.key() + " " + Topics.headers(letter).get("source.partition") + "@"
                + Topics.headers(letter).get("source.offset") + " " + Topics.headers(letter).get("error.outcome") + " "
                + Topics.headers(letter).get("error.code") + " " + Topics.headers(letter).get("error.pointers"))
                .containsExactly("bad 1@3 REJECTED UNREADABLE null", "typed 1@6 REJECTED INVALID /data_type");
    }

    private ConsumerRecord<String, String> onlyDeadLetter() {
        List<ConsumerRecord<String, String>> letters = topics.readDeadLetters();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }
}
