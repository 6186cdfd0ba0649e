// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.changes;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.examples.kafka.broker.KafkaBroker;
import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The demo, and what it does not show, on a real broker. */
class ChangesToKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path state;

    private final PersonalizeEmulator emulator = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void theDemoShowsEachChangeOnceAcrossARestart() throws Exception {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        List<Topics.Line> lines;
        try (Demo demo = new Demo(Settings.load(), Service.properties(emulator), state.toString(), Clock.systemUTC(),
                new PrintStream(console, true, StandardCharsets.UTF_8))) {
            lines = demo.run();
        }

        assertThat(lines).extracting(ChangesToKafkaTest::summary).containsExactly("CREATED personalize.attributes age",
                "CREATED personalize.events purchase", "CREATED personalize.attributes loyalty_tier",
                "CREATED personalize.audiences Adults",
                "UPDATED personalize.audiences Adults", "UPDATED personalize.audiences Adults tombstone",
                "UPDATED personalize.audiences Grown-ups", "DELETED personalize.attributes loyalty_tier tombstone");
        assertThat(lines.get(0).value()).contains("\"key\":\"age\"", "\"data_type\":\"number\"");
        assertThat(console.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("  "))).hasSize(8);
    }

    @Test
    void whileKafkaDoesNotTakeARecordTheChangeWaits() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(); Topics topics = new Topics(broker.bootstrapServers(), "personalize")) {
            emulator.seed(Service.PROJECT, """
                    {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"}]}""");
            try (Connector connector = new Connector(overrides(broker, "100")).start()) {
                await(() -> emulator.requestCount() > 8);
                topics.create(broker);

                assertThat(topics.next(1, PATIENCE, Clock.systemUTC())).extracting(ChangesToKafkaTest::summary)
                        .containsExactly("CREATED personalize.attributes age");
            }
        }
    }

    @Test
    void whileAListCannotBeReadNothingIsDeleted() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(); Topics topics = new Topics(broker.bootstrapServers(), "personalize")) {
            topics.create(broker);
            emulator.seed(Service.PROJECT, """
                    {"events": [{"uid": "e1", "key": "purchase", "name": "Purchase"}]}""");
            try (Connector connector = new Connector(overrides(broker, "100")).start()) {
                topics.next(1, PATIENCE, Clock.systemUTC());
                emulator.script(Script.on("GET", "/events").thenStatuses(404, 404, 404));
                await(() -> emulator.scriptsLeft().isEmpty());
                emulator.seed(Service.PROJECT, "{}");

                assertThat(topics.next(1, PATIENCE, Clock.systemUTC())).extracting(ChangesToKafkaTest::summary)
                        .containsExactly("DELETED personalize.events purchase tombstone");
            }
        }
    }

    private Map<String, String> overrides(KafkaBroker broker, String delay) {
        Map<String, String> overrides = new HashMap<>(Service.properties(emulator));
        overrides.put("camel.component.personalize.requests-per-second", "1000");
        overrides.put("kafka.brokers", broker.bootstrapServers());
        overrides.put("state.folder", state.toString());
        overrides.put("poll.delay", delay);
        overrides.put("camel.component.kafka.additional-properties[max.block.ms]", "500");
        return overrides;
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }

    private static String summary(Topics.Line line) {
        return line.change() + " " + line.topic() + " " + line.key() + (line.value() == null ? " tombstone" : "");
    }
}
