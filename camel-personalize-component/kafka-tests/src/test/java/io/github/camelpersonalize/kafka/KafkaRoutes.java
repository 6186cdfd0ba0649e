// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real routes between a real broker and the emulator: for each test a topic of three partitions, and a project. */
abstract class KafkaRoutes {

    static final int PARTITIONS = 3;
    static final String PROJECT = "p1";

    private static final AtomicInteger TESTS = new AtomicInteger();

    @RegisterExtension
    static final Broker BROKER = new Broker();

    final PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
    final Map<String, String> properties = new TreeMap<>();
    Topics topics;

    @BeforeEach
    void createTopics(TestInfo test) {
        topics = new Topics(BROKER.bootstrapServers(), test.getTestMethod().orElseThrow().getName() + "-" + TESTS.incrementAndGet(),
                PARTITIONS);
        properties.putAll(properties(BROKER.bootstrapServers(), topics, emulator));
    }

    @AfterEach
    void close() {
        topics.close();
        emulator.close();
    }

    /** For a connector that waits for nothing longer than it must. */
    static Map<String, String> properties(String bootstrapServers, Topics topics, PersonalizeEmulator emulator) {
        return Map.ofEntries(Map.entry("kafka.brokers", bootstrapServers), Map.entry("kafka.topic", topics.name()),
                Map.entry("kafka.group", topics.group()), Map.entry("kafka.topic.dead-letter", topics.deadLetters()),
                Map.entry("batch.quiet", "100"), Map.entry("batch.interval", "500"), Map.entry("outage.pause", "300"),
                Map.entry("camel.component.kafka.heartbeatIntervalMs", "200"),
                Map.entry("camel.component.personalize.baseUrl", emulator.baseUrl()),
                Map.entry("camel.component.personalize.projectUid", PROJECT),
                Map.entry("camel.component.personalize.authtoken", emulator.authtoken()),
                Map.entry("camel.component.personalize.requestsPerSecond", "100000"),
                Map.entry("camel.component.personalize.maxRetries", "0"),
                Map.entry("camel.main.shutdownTimeout", "10"), Map.entry("camel.main.startupSummaryLevel", "Off"));
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    void awaitSettled() {
        soon().until(topics::areSettled);
    }

    /** The record of an attribute. */
    static String attribute(String key, String name) {
        return "{\"key\": \"%s\", \"name\": \"%s\", \"data_type\": \"string\"}".formatted(key, name);
    }

    /** The names of the project's attributes by their keys. */
    Map<String, String> names() {
        return emulator.project(PROJECT).attributes().stream()
                .collect(Collectors.toMap(attribute -> attribute.path("key").asText(), attribute -> attribute.path("name").asText()));
    }
}
