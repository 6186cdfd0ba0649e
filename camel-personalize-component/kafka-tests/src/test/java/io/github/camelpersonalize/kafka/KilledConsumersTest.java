// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two processes of one consumer group, one of which is killed in the middle of a batch, again and again. */
class KilledConsumersTest {

    private static final int PARTITIONS = 6;
    private static final int KEYS = 60;
    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final int KILLS = Integer.getInteger("chaos.kills", 5);

    @RegisterExtension
    static final Broker BROKER = new Broker();

    private final Random random = new Random(SEED);
    private final Map<String, String> last = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void F52_whereverAConsumerIsKilledTheLastValueOfEachKeyIsThereAndOnce() {
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
                Topics topics = new Topics(BROKER.bootstrapServers(), "killed", PARTITIONS)) {
            emulator.script(Script.on("*", "/**").then(Step.pass().after(Duration.ofMillis(5))).forEver());
            Map<String, String> properties = new TreeMap<>(KafkaRoutes.properties(BROKER.bootstrapServers(), topics, emulator));
            properties.put("camel.component.kafka.sessionTimeoutMs", "6000");
            File log = folder.resolve("consumers.log").toFile();
            ConsumerProcess[] consumers = {ConsumerProcess.start(properties, log), ConsumerProcess.start(properties, log)};
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    long written = writes(emulator);
                    int victim = random.nextInt(2);
                    int more = 1 + random.nextInt(KEYS);
                    publish(topics, 1000);
                    KafkaRoutes.soon().pollInterval(Duration.ofMillis(2)).until(() -> writes(emulator) >= written + more);
                    consumers[victim].kill();
                    publish(topics, 200);
                    consumers[victim] = ConsumerProcess.start(properties, log);
                }
                KafkaRoutes.soon().atMost(Duration.ofSeconds(120)).until(topics::areSettled);
            } finally {
                List.of(consumers).forEach(ConsumerProcess::close);
            }

            assertThat(emulator.project(KafkaRoutes.PROJECT).attributes()).as("definitions, with the seed %s", SEED).hasSize(KEYS);
            Map<String, String> actual = new TreeMap<>();
            emulator.project(KafkaRoutes.PROJECT).attributes()
                    .forEach(attribute -> actual.put(attribute.path("key").asText(), attribute.path("name").asText()));
            assertThat(actual).as("the values, with the seed %s", SEED).isEqualTo(last);
            assertThat(emulator.requests("POST", "/attributes")).filteredOn(request -> request.status() < 300)
                    .extracting(RecordedRequest::json).extracting(attribute -> attribute.path("key").asText()).doesNotHaveDuplicates();
            assertThat(topics.readDeadLetters()).isEmpty();
        }
    }

    /** Few values, so that old ones come back: a consumer that trusts what it knew of a key is found out. */
    private void publish(Topics topics, int records) {
        for (int i = 0; i < records; i++) {
            int key = random.nextInt(KEYS);
            String name = "v" + random.nextInt(4);
            last.put("key" + key, name);
            topics.publishTo(key % PARTITIONS, "key" + key, KafkaRoutes.attribute("key" + key, name));
        }
        topics.flush();
    }

    private static long writes(PersonalizeEmulator emulator) {
        return emulator.requestCounts().entrySet().stream().filter(count -> !count.getKey().startsWith("GET"))
                .mapToLong(Map.Entry::getValue).sum();
    }
}
