// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelpersonalize.cdp.SegmentStream;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

/** The demo with fewer messages, with a real broker and real sockets, looked at from all sides. */
class CdpStreamTest {

    private static final int MESSAGES = 20_000;

    private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();

    private static PersonalizeEmulator service;
    private static Demo demo;
    private static Summary first;
    private static Map<String, Long> firstRequests;
    private static List<ConsumerRecord<String, String>> deadLetters;

    @BeforeAll
    static void run() throws Exception {
        service = PersonalizeEmulator.start();
        demo = new Demo(Settings.load(), service, Clock.systemUTC(), new PrintStream(OUT, true, UTF_8));
        demo.publish(MESSAGES);
        first = demo.read("first");
        firstRequests = service.requestCounts();
        deadLetters = deadLetters();
    }

    @AfterAll
    static void close() {
        demo.close();
        service.close();
    }

    @Test
    void allMessagesCostAListAKindAndARequestForEachDefinition() {
        assertThat(firstRequests).isEqualTo(Map.of("GET /attributes", 1L, "POST /attributes", 40L, "GET /events", 1L, "POST /events", 20L));
        assertThat(first.messages()).isEqualTo(MESSAGES);
        assertThat(first.counts()).isEqualTo(new SegmentStream.Counts(MESSAGES - 4, 4, 40, 20, 0, 0, 0, 0));
        assertThat(first.isAsPromised()).isTrue();
    }

    @Test
    void theProjectHasWhatTheyImply() {
        assertThat(service.project("demo").attributes().stream()
                .collect(Collectors.groupingBy(one -> one.path("data_type").textValue(), Collectors.counting())))
                .containsOnly(entry("string", 15L), entry("number", 12L), entry("boolean", 7L), entry("date", 6L));
        assertThat(service.project("demo").attribute("firstName").path("name").textValue()).isEqualTo("First Name");
        assertThat(service.project("demo").events()).extracting(one -> one.path("key").textValue() + " " + one.path("name").textValue())
                .contains("order_completed Order Completed");
    }

    @Test
    void whatIsNoMessageIsADeadLetterAsItCameWithPlaceAndReason() {
        assertThat(deadLetters).extracting(letter -> letter.value() + " " + header(letter, "error.message")).containsExactlyInAnyOrder(
                "{\"type\": \"track\", \"properties\": {}} /event must be the name of an event",
                "{\"type\": \"track\", \"properties\": {}} /event must be the name of an event",
                "{\"type\": \"purchase\"} /type must be one of identify, track, page, screen, group, alias",
                "{\"type\": \"identify\", \"traits\": {\"pl Unexpected end-of-input in field name at line 1, column 36");
        assertThat(deadLetters).allMatch(letter -> header(letter, "source").matches("cdp-[012]@\\d+"));
    }

    @Test
    void aSecondReadingCostsTheListsAlone() throws Exception {
        long before = service.requestCount();

        Summary second = demo.read("second");

        assertThat(second.messages()).isEqualTo(MESSAGES);
        assertThat(second.requests() - before).isEqualTo(2);
    }

    @Test
    void whileTheServiceIsDownTheBatchWaitsAndNothingIsCommitted() throws Exception {
        try (PersonalizeEmulator away = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0));
                Topics topics = new Topics(demo.brokers())) {
            away.script(Script.on("*", "/**").then(1000, Step.status(503)));
            Map<String, String> overrides = new HashMap<>(Service.properties(away));
            overrides.put("camel.component.personalize.max-retries", "0");
            overrides.put("kafka.brokers", demo.brokers());
            overrides.put("kafka.group", "away");
            overrides.put("outage.pause", "4000");
            try (Connector connector = new Connector(overrides).start()) {
                await().until(() -> away.requestCount() > 0);

                await().during(Duration.ofSeconds(2)).until(() -> away.requestCount() <= 2);
                assertThat(topics.committed("away")).isZero();
            }
        }
    }

    @Test
    void theSummaryTellsTheCost() {
        Summary summary = new Summary(1_000_000, first.counts(), 200, 40, 20, 62, Duration.ofMillis(25_000), 71);

        assertThat(summary.toString().replaceAll("of \\d+ MB", "of 256 MB")).isEqualTo("""
                Messages      1,000,000, of which 200 are none, now in the dead-letter topic
                Definitions          60 (40 attributes, 20 events)
                API requests         62 (at most 70)
                Time               25.0 s, 40,000 messages a second
                Heap                 71 MB in use at most, of 256 MB: broker, service and route""");
        assertThat(summary.isAsPromised()).isTrue();
    }

    @Test
    void aRunThatCostsMoreThanPromisedFails() {
        assertThat(new Summary(MESSAGES, first.counts(), 4, 40, 20, 71, Duration.ZERO, 71).isAsPromised()).isFalse();
        assertThat(new Summary(MESSAGES, first.counts(), 4, 40, 19, 70, Duration.ZERO, 71).isAsPromised()).isFalse();
        assertThat(new Summary(MESSAGES, first.counts(), 3, 40, 20, 70, Duration.ZERO, 71).isAsPromised()).isFalse();
    }

    @Test
    void theVisitorsAreTheSameEachTime() {
        Visitors one = new Visitors(7);
        Visitors other = new Visitors(7);
        Set<Visitors.Sent> all = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            Visitors.Sent sent = one.next();
            assertThat(sent).isEqualTo(other.next());
            all.add(sent);
        }
        assertThat(all).hasSize(1_000);
    }

    @Test
    void progressIsShown() {
        assertThat(OUT.toString(UTF_8)).containsPattern(" {5}20,000 settled +[\\d,]+ a second +\\d+ API requests +\\d+ MB heap");
    }

    private static List<ConsumerRecord<String, String>> deadLetters() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, demo.brokers());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor("cdp.dead-letter").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList());
            List<ConsumerRecord<String, String>> letters = new ArrayList<>();
            await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
                return letters.size() >= first.deadLetters();
            });
            return letters;
        }
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
