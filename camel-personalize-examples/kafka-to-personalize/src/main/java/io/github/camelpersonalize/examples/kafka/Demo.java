// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.examples.kafka.broker.KafkaBroker;
import io.github.camelpersonalize.examples.setup.Settings;

/** The route at work on the sample records, with a broker of its own, until every record is settled. */
final class Demo implements AutoCloseable {

    static final List<String> KINDS = List.of("attributes", "events", "audiences");

    private final KafkaBroker broker = KafkaBroker.start();
    private final Map<String, String> topics;
    private final String deadLetters;
    private final Map<String, String> overrides;
    private final Clock clock;
    private final PrintStream out;
    private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Instant> end = new CompletableFuture<>();

    /**
     * Starts the broker.
     *
     * @param settings
     *            the names of the topics
     * @param service
     *            where the definitions go, as properties of the component; empty when the settings say so
     * @param clock
     *            tells how long it took
     * @param out
     *            where people look
     */
    Demo(Settings settings, Map<String, String> service, Clock clock, PrintStream out) {
        this.topics = KINDS.stream().collect(Collectors.toMap(kind -> kind, kind -> settings.required("kafka.topic." + kind)));
        this.deadLetters = settings.required("kafka.topic.dead-letter");
        this.overrides = new LinkedHashMap<>(service);
        this.overrides.put("kafka.brokers", broker.bootstrapServers());
        this.clock = clock;
        this.out = out;
    }

    String brokers() {
        return broker.bootstrapServers();
    }

    /** Publishes the records and waits until each is settled, or until the service refuses the credentials. */
    Summary run() throws Exception {
        int published = publish();
        Instant start = clock.instant();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try (Connector connector = new Connector(overrides, this::note)) {
            connector.start();
            watch.scheduleWithFixedDelay(() -> look(connector), 0, 200, TimeUnit.MILLISECONDS);
            end.get();
        } finally {
            watch.shutdownNow();
        }
        return new Summary(published, List.copyOf(attempts), Duration.between(start, end.get()), deadLetters);
    }

    @Override
    public void close() {
        broker.close();
    }

    private int publish() throws Exception {
        Samples samples = new Samples(broker.bootstrapServers());
        samples.createTopics(Stream.concat(topics.values().stream(), Stream.of(deadLetters)).toList());
        int published = 0;
        for (String kind : KINDS) {
            published += samples.publish(kind, topics.get(kind));
        }
        return published;
    }

    private void note(Attempt attempt) {
        attempts.add(attempt);
        out.println(attempt);
    }

    private void look(Connector connector) {
        try {
            if (connector.isStopped() || connector.backlog().isSettled(String.join(",", topics.values()))) {
                end.complete(clock.instant());
            }
        } catch (Exception e) {
            end.completeExceptionally(e);
        }
    }
}
