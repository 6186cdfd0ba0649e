// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.examples.kafka.broker.KafkaBroker;
import io.github.camelpersonalize.examples.setup.Attempt.Verdict;
import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Run;
import io.github.camelpersonalize.examples.setup.Settings;
import io.github.camelpersonalize.examples.setup.Summary;

/** The route at work on the sample records, with a broker of its own, until every record is settled. */
final class Demo implements AutoCloseable {

    private static final List<String> KINDS = List.of("attributes", "events", "audiences");

    private final KafkaBroker broker = KafkaBroker.start();
    private final Map<String, String> topics;
    private final String deadLetters;
    private final Map<String, String> overrides;
    private final Run run;

    /**
     * Starts the broker.
     *
     * @param settings
     *            the names of the topics
     * @param service
     *            where the definitions go, as properties of the component
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
        this.run = new Run(clock, out);
    }

    String brokers() {
        return broker.bootstrapServers();
    }

    /** Publishes the records and waits until each is settled, or until the service refuses the credentials. */
    Summary run() throws Exception {
        int published = publish();
        try (Connector connector = run.start(overrides, Verdict.HELD)) {
            Backlog backlog = Backlog.of(connector.context());
            connector.await(() -> backlog.isSettled(String.join(",", topics.values())));
        }
        return run.summary(published, "records", "now in topic " + deadLetters);
    }

    @Override
    public void close() {
        broker.close();
    }

    private int publish() throws Exception {
        Samples samples = new Samples(broker.bootstrapServers());
        broker.createTopics(Samples.PARTITIONS, Stream.concat(topics.values().stream(), Stream.of(deadLetters)).toList());
        int published = 0;
        for (String kind : KINDS) {
            published += samples.publish(kind, topics.get(kind));
        }
        return published;
    }
}
