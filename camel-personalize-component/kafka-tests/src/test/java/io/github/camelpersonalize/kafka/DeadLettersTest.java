// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.Map;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.builder.RouteBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes to the dead letters: by the route that one writes first, and by the recipe. */
class DeadLettersTest extends KafkaRoutes {

    /** One record is wrong, and the whole batch is in the dead letters, where nothing says which record it was and why. The others were written. */
    @Test
    void F102_theObviousRouteMakesADeadLetterOfEachRecordOfABatch() {
        publish("age", "city", null, "tier", "plan");

        try (Connector connector = Connector.start(properties, obvious())) {
            awaitSettled();
            soon().until(() -> topics.readDeadLetters().size() == 5);
        }

        assertThat(names()).hasSize(4);
        assertThat(topics.readDeadLetters()).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("age", "city", "wrong", "tier",
                "plan");
        assertThat(topics.readDeadLetters()).allSatisfy(letter -> assertThat(Topics.headers(letter).keySet())
                .noneMatch(header -> header.startsWith("error.") || header.startsWith("source.")));
    }

    /** An outage of a moment, and all that was collected is lost to the project. */
    @Test
    void F102_theObviousRouteMakesDeadLettersOfAnOutage() {
        emulator.script(Script.on("*", "/**").then(Step.status(503)));
        publish("age", "city");

        try (Connector connector = Connector.start(properties, obvious())) {
            awaitSettled();
            soon().until(() -> topics.readDeadLetters().size() == 2);
        }

        assertThat(names()).isEmpty();
    }

    /** A wrong project, and the topic is emptied into the dead letters. */
    @Test
    void F102_theObviousRouteMakesDeadLettersOfAWrongAddress() {
        properties.put("camel.component.personalize.baseUrl", emulator.baseUrl() + "/nowhere");
        publish("age", "city");

        try (Connector connector = Connector.start(properties, obvious())) {
            awaitSettled();
            soon().until(() -> topics.readDeadLetters().size() == 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void F102_theRecipeMakesADeadLetterOfTheRecordThatIsAtFaultAlone(boolean withDeadLetterChannel) {
        publish("age", "city", null, "tier", "plan");

        try (Connector connector = Connector.start(properties, recipe(withDeadLetterChannel))) {
            awaitSettled();
        }

        assertThat(names()).containsOnlyKeys("age", "city", "tier", "plan");
        assertThat(topics.readDeadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("wrong");
            assertThat(letter.value()).isEqualTo("{}");
            assertThat(Topics.headers(letter)).containsEntry("error.code", "INVALID").containsEntry("source.offset", "2")
                    .containsEntry("error.pointers", "/name /key /data_type").containsKey("error.message");
        });
    }

    /** A dead letter channel takes what the recipe keeps for handled, and the consumer goes on: the recipe sends it back. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void F102_theRecipeKeepsTheRecordsOfAnOutage(boolean withDeadLetterChannel) {
        emulator.script(Script.on("*", "/**").then(3, Step.status(503)));
        publish("age", "city", "tier");

        try (Connector connector = Connector.start(properties, recipe(withDeadLetterChannel))) {
            soon().until(() -> emulator.requestCount() >= 2);
            publish("later");
            awaitSettled();
        }

        assertThat(names()).containsOnlyKeys("age", "city", "tier", "later");
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void F102_theRecipeKeepsTheRecordsWhileTheProjectIsWrong(boolean withDeadLetterChannel) {
        properties.put("camel.component.personalize.baseUrl", emulator.baseUrl() + "/nowhere");
        publish("age", "city", null);

        try (Connector connector = Connector.start(properties, recipe(withDeadLetterChannel))) {
            soon().until(() -> emulator.requestCount() >= 3);
        }
        assertThat(topics.committed().values()).containsOnly(0L);
        assertThat(topics.readDeadLetters()).isEmpty();

        properties.put("camel.component.personalize.baseUrl", emulator.baseUrl());
        try (Connector connector = Connector.start(properties, recipe(withDeadLetterChannel))) {
            awaitSettled();
        }
        assertThat(names()).containsOnlyKeys("age", "city");
        assertThat(topics.readDeadLetters()).hasSize(1);
    }

    /** What comes before it is committed, what comes after it is written and read again, and other partitions go on. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void F102_whatIsBlockedStaysInTheTopicUntilItCanBeWritten(boolean withDeadLetterChannel) {
        topics.publishTo(0, "first", attribute("first", "First"));
        topics.publishTo(0, "waits", attribute("waits", "Waits").replace("\"Waits\"", "\"Waits\", \"description\": \"ref:event/bought\""));
        topics.publishTo(0, "wrong", "{}");
        topics.publishTo(0, "last", attribute("last", "Last"));
        topics.publishTo(1, "other", attribute("other", "Other"));
        topics.publishTo(1, "bad", "no JSON");

        try (Connector connector = Connector.start(properties, recipe(withDeadLetterChannel))) {
            soon().until(() -> topics.committed().equals(Map.of(0, 1L, 1, 2L, 2, 0L)) && emulator.requestCount() > 12);
            assertThat(names()).containsOnlyKeys("first", "last", "other");
            assertThat(topics.readDeadLetters()).extracting(ConsumerRecord::key).containsExactly("bad");

            emulator.seed(PROJECT, emulator.project(PROJECT).document().toString()
                    .replace("\"events\":[]", "\"events\":[{\"uid\":\"e1\",\"key\":\"bought\",\"name\":\"Bought\"}]"));
            awaitSettled();
        }
        assertThat(names()).containsOnlyKeys("first", "waits", "last", "other");
        assertThat(topics.readDeadLetters()).extracting(ConsumerRecord::key).containsExactly("bad", "wrong");
    }

    /** None of them can ever be created first, so that the partition would wait for ever. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void F102_recordsThatReferToEachOtherAreDeadLetters(boolean withDeadLetterChannel) {
        topics.publishTo(0, "one", attribute("one", "One").replace("\"One\"", "\"One\", \"description\": \"ref:attribute/two\""));
        topics.publishTo(0, "two", attribute("two", "Two").replace("\"Two\"", "\"Two\", \"description\": \"ref:attribute/one\""));
        publish("last");

        try (Connector connector = Connector.start(properties, recipe(withDeadLetterChannel))) {
            awaitSettled();
        }

        assertThat(names()).containsOnlyKeys("last");
        assertThat(topics.readDeadLetters()).extracting(ConsumerRecord::key).containsExactly("one", "two");
        assertThat(topics.readDeadLetters()).allSatisfy(letter -> assertThat(Topics.headers(letter)).containsEntry("error.code", "CYCLE")
                .containsEntry("error.outcome", "REJECTED"));
    }

    /** Without these settings the consumer would commit what failed. */
    @ParameterizedTest
    @ValueSource(strings = {"", "&autoCommitEnable=false&allowManualCommit=true", "&allowManualCommit=true&breakOnFirstError=true",
            "&autoCommitEnable=false&breakOnFirstError=true"})
    void F102_theRecipeWritesNothingFromAConsumerThatWouldLoseRecords(String options) throws InterruptedException {
        publish("age");

        try (Connector connector = Connector.start(properties, recipe(options, false))) {
            soon().until(() -> topics.members().size() == 1);
            Thread.sleep(1500);
        }
        assertThat(emulator.requests()).isEmpty();
    }

    private RouteBuilder obvious() {
        String records = records() + "&batching=true&maxPollRecords=500";
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::obvious[]
                errorHandler(deadLetterChannel(deadLetters()));

                from(records)
                    .to("personalize:attributes?operation=upsert");
                // end::obvious[]
                // @formatter:on
            }
        };
    }

    private RouteBuilder recipe(boolean withDeadLetterChannel) {
        return recipe("&autoCommitEnable=false&allowManualCommit=true&breakOnFirstError=true", withDeadLetterChannel);
    }

    private RouteBuilder recipe(String options, boolean withDeadLetterChannel) {
        String batches = records() + "&batching=true&maxPollRecords=500" + options;
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(withDeadLetterChannel ? deadLetterChannel(deadLetters()) : noErrorHandler());
                // @formatter:off
                // tag::recipe[]
                KafkaRecords records = new KafkaRecords();

                from(batches)
                    .bean(records, "own")
                    .to("personalize:attributes?operation=upsert&failOn=none&indexTtl=0")
                    .bean(records, "rejected")
                    .to(deadLetters() + "&batchWithIndividualHeaders=true")
                    .bean(records, "commit");
                // end::recipe[]
                // @formatter:on
            }
        };
    }

    private String records() {
        return "kafka:" + topics.name() + "?brokers=" + BROKER.bootstrapServers() + "&groupId=" + topics.group()
                + "&autoOffsetReset=earliest&pollTimeoutMs=300";
    }

    private String deadLetters() {
        return "kafka:" + topics.deadLetters() + "?brokers=" + BROKER.bootstrapServers();
    }

    /** Appends records of these keys to the first partition, one for {@code null} that is wrong. */
    private void publish(String... keys) {
        for (String key : keys) {
            if (key == null) {
                topics.publishTo(0, "wrong", "{}");
            } else {
                topics.publishTo(0, key, attribute(key, key));
            }
        }
        topics.flush();
    }
}
