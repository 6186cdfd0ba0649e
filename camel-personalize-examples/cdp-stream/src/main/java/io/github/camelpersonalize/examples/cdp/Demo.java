// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelpersonalize.SegmentDataTypeTransformer;
import io.github.camelpersonalize.cdp.SegmentStream;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.examples.kafka.broker.KafkaBroker;
import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.TransformerKey;

/** The route at work on messages that are made up, with a broker of its own, until all are settled. */
final class Demo implements AutoCloseable {

    private static final long STEP = 100_000;

    private final KafkaBroker broker = KafkaBroker.start();
    private final Topics topics = new Topics(broker.bootstrapServers());
    private final Settings settings;
    private final PersonalizeEmulator service;
    private final Clock clock;
    private final PrintStream out;
    private final Heap heap = new Heap();

    /**
     * Starts the broker.
     *
     * @param settings
     *            the names of the topics, and where the random numbers begin
     * @param service
     *            where the definitions go
     * @param clock
     *            tells how long it took
     * @param out
     *            where people look
     */
    Demo(Settings settings, PersonalizeEmulator service, Clock clock, PrintStream out) {
        this.settings = settings;
        this.service = service;
        this.clock = clock;
        this.out = out;
    }

    String brokers() {
        return broker.bootstrapServers();
    }

    /** Makes the topics and fills them. */
    void publish(long messages) throws Exception {
        broker.createTopics(Topics.PARTITIONS, List.of(settings.required("kafka.topic"), settings.required("kafka.topic.dead-letter")));
        topics.publish(settings.required("kafka.topic"), new Visitors(Long.parseLong(settings.required("demo.seed"))), messages, done -> {
            if (done % STEP == 0) {
                out.printf("%,11d published%n", done);
            }
        });
    }

    /** Lets the route read all that is published, in the name of a consumer group, and waits until it is settled. */
    Summary read(String group) throws Exception {
        long messages = topics.size(settings.required("kafka.topic"));
        Map<String, String> overrides = new LinkedHashMap<>(Service.properties(service));
        overrides.put("kafka.brokers", brokers());
        overrides.put("kafka.group", group);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        CompletableFuture<Instant> end = new CompletableFuture<>();
        Instant start = clock.instant();
        try (Connector connector = new Connector(overrides).start()) {
            watch.scheduleWithFixedDelay(() -> look(group, messages, start, end), 1, 1, TimeUnit.SECONDS);
            Duration took = Duration.between(start, end.get());
            return new Summary(messages, counts(connector.context()), topics.size(settings.required("kafka.topic.dead-letter")),
                    service.project(Service.PROJECT).attributes().size(), service.project(Service.PROJECT).events().size(),
                    service.requestCount(), took, heap.peak());
        } finally {
            watch.shutdownNow();
        }
    }

    @Override
    public void close() {
        topics.close();
        broker.close();
    }

    /** What the stream has come to so far. */
    private static SegmentStream.Counts counts(CamelContext camel) {
        return ((SegmentDataTypeTransformer) camel.getTransformerRegistry()
                .resolveTransformer(new TransformerKey(SegmentDataTypeTransformer.NAME))).getCounts();
    }

    private void look(String group, long messages, Instant start, CompletableFuture<Instant> end) {
        if (end.isDone()) {
            return;
        }
        try {
            long settled = topics.committed(group);
            Instant now = clock.instant();
            out.printf("%,11d settled  %,8d a second  %3d API requests  %3d MB heap%n", settled,
                    settled * 1000 / Math.max(1, Duration.between(start, now).toMillis()), service.requestCount(), heap.look());
            if (settled == messages) {
                end.complete(now);
            }
        } catch (Exception e) {
            end.completeExceptionally(e);
        }
    }
}
