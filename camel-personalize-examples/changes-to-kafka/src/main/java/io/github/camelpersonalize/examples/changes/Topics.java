// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.changes;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.examples.kafka.broker.KafkaBroker;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics that the route writes, as somebody sees them who reads them from the beginning. */
final class Topics implements AutoCloseable {

    private final List<String> names;
    private final KafkaConsumer<String, String> consumer;

    /**
     * Not created yet.
     *
     * @param prefix
     *            what their names begin with
     */
    Topics(String brokers, String prefix) {
        this.names = Stream.of("attributes", "events", "audiences", "experiences").map(kind -> prefix + "." + kind).toList();
        this.consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers), new StringDeserializer(),
                new StringDeserializer());
    }

    /** A record in short. */
    record Line(String topic, String change, String key, String value) {

        private static Line of(ConsumerRecord<String, String> record) {
            return new Line(record.topic(), new String(record.headers().lastHeader("change").value(), StandardCharsets.UTF_8), record.key(),
                    record.value());
        }

        @Override
        public String toString() {
            return "%-9s %-24s %-22s %s".formatted(change, topic, key, value == null ? "(tombstone)" : value);
        }
    }

    /** Creates them, compacted. */
    void create(KafkaBroker broker) {
        broker.createTopics(1, names, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        List<TopicPartition> partitions = names.stream().map(name -> new TopicPartition(name, 0)).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * The next records, in the order in which they were written.
     *
     * @throws IllegalStateException
     *             when there are fewer after that time
     */
    List<Line> next(int count, Duration patience, Clock clock) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        for (long end = clock.millis() + patience.toMillis(); records.size() < count && clock.millis() < end;) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        if (records.size() < count) {
            throw new IllegalStateException(
                    "Only " + records.size() + " of " + count + " records came within " + patience.toSeconds() + " s.");
        }
        return records.stream().sorted(Comparator.comparing(ConsumerRecord::timestamp)).map(Line::of).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
