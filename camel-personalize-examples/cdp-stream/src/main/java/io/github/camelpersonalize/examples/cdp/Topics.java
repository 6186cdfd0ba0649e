// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of the demo: fills them, and tells how far they are read. */
final class Topics implements AutoCloseable {

    static final int PARTITIONS = 3;

    private final String brokers;
    private final Admin admin;

    Topics(String brokers) {
        this.brokers = brokers;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
    }

    /**
     * Publishes messages; what is about one visitor stays in order.
     *
     * @param progress
     *            told how many are on their way
     */
    void publish(String topic, Visitors visitors, long messages, LongConsumer progress) throws Exception {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024,
                        ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024, ProducerConfig.LINGER_MS_CONFIG, 20),
                new StringSerializer(), new StringSerializer())) {
            for (long i = 1; i <= messages && failure.get() == null; i++) {
                Visitors.Sent sent = visitors.next();
                producer.send(new ProducerRecord<>(topic, sent.visitor(), sent.message()), (metadata, e) -> failure.compareAndSet(null, e));
                progress.accept(i);
            }
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** How many records a topic has. */
    long size(String topic) throws ExecutionException, InterruptedException {
        return admin.listOffsets(IntStream.range(0, PARTITIONS).mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()))).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset).sum();
    }

    /** How many records a group has settled. */
    long committed(String group) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(OffsetAndMetadata::offset).sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
