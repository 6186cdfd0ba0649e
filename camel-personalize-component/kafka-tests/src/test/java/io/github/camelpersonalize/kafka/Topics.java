// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of one test, written and read without any of the code under test. */
final class Topics implements AutoCloseable {

    private final Map<String, Object> brokers;
    private final Admin admin;
    private final KafkaProducer<String, String> producer;
    private final String topic;
    private final int partitions;

    Topics(String bootstrapServers, String name, int partitions) {
        this.brokers = Map.of("bootstrap.servers", bootstrapServers);
        this.admin = Admin.create(brokers);
        this.producer = producer();
        this.topic = name;
        this.partitions = partitions;
        answer(() -> admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1), new NewTopic(deadLetters(), 1, (short) 1)))
                .all().get());
    }

    private interface Question<T> {

        T ask() throws Exception;
    }

    String name() {
        return topic;
    }

    String group() {
        return topic + "-readers";
    }

    String deadLetters() {
        return topic + ".dead-letters";
    }

    /** Appends records, {@code null} for a tombstone, to the partition of their key. */
    void publish(String key, String... values) {
        Stream.of(values).forEach(value -> producer.send(new ProducerRecord<>(topic, key, value)));
    }

    /** Appends a record to this partition. */
    void publishTo(int partition, String key, String value) {
        producer.send(new ProducerRecord<>(topic, partition, key, value));
    }

    void flush() {
        producer.flush();
    }

    /** The offsets that the group has committed, those of partitions without any left out. */
    Map<Integer, Long> committed() {
        return committed(group());
    }

    Map<Integer, Long> committed(String group) {
        Map<Integer, Long> committed = new TreeMap<>();
        answer(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get()).forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition.partition(), offset.offset());
            }
        });
        return committed;
    }

    /** Where the partitions end. */
    Map<Integer, Long> ends() {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            Map<Integer, Long> ends = new TreeMap<>();
            consumer.endOffsets(all(topic)).forEach((partition, end) -> ends.put(partition.partition(), end));
            return ends;
        }
    }

    /** Whether the group has committed all there is. */
    boolean areSettled() {
        flush();
        Map<Integer, Long> committed = committed();
        return ends().entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** The ids of the group's members, which change when one leaves and comes back, and the partitions that each has. */
    Map<String, Set<Integer>> members() {
        Collection<MemberDescription> members = answer(
                () -> admin.describeConsumerGroups(List.of(group())).describedGroups().get(group()).get().members());
        return members.stream().collect(Collectors.toMap(MemberDescription::consumerId, member -> member.assignment().topicPartitions()
                .stream().map(TopicPartition::partition).collect(Collectors.toSet())));
    }

    /** What lies in the dead-letter topic. */
    List<ConsumerRecord<String, String>> readDeadLetters() {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            TopicPartition only = new TopicPartition(deadLetters(), 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).get(only);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** The headers of a record as text. */
    static Map<String, String> headers(ConsumerRecord<String, String> record) {
        return Stream.of(record.headers().toArray())
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    /** One request at a time keeps the order; sequence numbers may be lost when a topic is new, and then the broker refuses for minutes. */
    private KafkaProducer<String, String> producer() {
        Map<String, Object> options = new HashMap<>(brokers);
        options.put("enable.idempotence", false);
        options.put("max.in.flight.requests.per.connection", 1);
        return new KafkaProducer<>(options, new StringSerializer(), new StringSerializer());
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(brokers, new StringDeserializer(), new StringDeserializer());
    }

    private List<TopicPartition> all(String name) {
        return IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(name, partition)).toList();
    }

    private static <T> T answer(Question<T> question) {
        try {
            return question.ask();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
