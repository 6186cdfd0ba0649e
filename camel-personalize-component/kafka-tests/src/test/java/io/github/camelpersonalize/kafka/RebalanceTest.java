// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

/** What the guide's route does when partitions go from one consumer of its group to another. */
class RebalanceTest extends KafkaRoutes {

    @Test
    void F52_whatAConsumerCollectedOfAPartitionThatItLostIsNotWrittenOverWhatTheNextOneWrote() {
        Map<String, String> slow = new HashMap<>(properties);
        slow.put("batch.quiet", "5000");
        slow.put("batch.interval", "600000");

        try (Connector collecting = Connector.start(slow)) {
            soon().until(() -> topics.members().values().stream().anyMatch(partitions -> partitions.size() == PARTITIONS));
            publish("v1");
            try (Connector next = Connector.start(properties)) {
                soon().until(() -> names().size() > 0);
                Set<String> taken = Set.copyOf(names().keySet());
                publish("v2");
                soon().until(() -> taken.stream().allMatch(key -> names().get(key).equals("v2")));

                awaitSettled();
            }
        }

        assertThat(names()).isEqualTo(all("v2"));
        assertThat(creations()).doesNotHaveDuplicates();
    }

    @Test
    void F52_aRebalanceInTheMiddleOfABatchWaitsForItsEnd() {
        emulator.script(Script.on("POST", "/attributes").then(Step.pass().after(ofMillis(50))).forEver());
        publish("v1");

        try (Connector busy = Connector.start(properties)) {
            soon().until(() -> !names().isEmpty());
            try (Connector next = Connector.start(properties)) {
                publish("v2");
                soon().until(() -> topics.members().size() == 2);
                publish("v3");

                awaitSettled();
            }
        }

        assertThat(names()).isEqualTo(all("v3"));
        assertThat(creations()).doesNotHaveDuplicates();
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    /** Others are consumers that had the partition meanwhile, and people. For a second after a write, the component trusts it more than a list. */
    @Test
    void F52_whatOthersHaveWrittenSinceTheLastBatchIsSeenWhenAnOldValueComesBack() {
        try (Connector connector = Connector.start(properties)) {
            publish("v1");
            awaitSettled();
            emulator.seed(PROJECT, emulator.project(PROJECT).document().toString().replace("v1", "v2"));
            assertThat(names()).isEqualTo(all("v2"));

            soon().atMost(ofSeconds(20)).pollInterval(ofMillis(500)).untilAsserted(() -> {
                publish("v1");
                assertThat(names()).isEqualTo(all("v1"));
            });
        }
    }

    private void publish(String name) {
        IntStream.range(0, 30).forEach(i -> topics.publishTo(i % PARTITIONS, "key" + i, attribute("key" + i, name)));
        topics.flush();
    }

    private static Map<String, String> all(String name) {
        return IntStream.range(0, 30).boxed().collect(Collectors.toMap(i -> "key" + i, i -> name));
    }

    private Iterable<String> creations() {
        return emulator.requests("POST", "/attributes").stream().filter(request -> request.status() < 300)
                .map(RecordedRequest::json).map(attribute -> attribute.path("key").asText()).toList();
    }
}
