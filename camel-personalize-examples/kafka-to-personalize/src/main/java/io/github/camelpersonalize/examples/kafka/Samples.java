// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** The records that ship with this example, good ones and bad ones: {@code samples/<kind>.jsonl}, one a line. */
final class Samples {

    /** More than one, so that what keeps its order is what has the same key. */
    static final int PARTITIONS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String brokers;

    Samples(String brokers) {
        this.brokers = brokers;
    }

    /** Publishes the records of a kind in their order; gives back how many. */
    int publish(String kind, String topic) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            lines("/samples/" + kind + ".jsonl")
                    .forEach(line -> sent.add(producer.send(new ProducerRecord<>(topic, key(line).orElse(null), line))));
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            return sent.size();
        }
    }

    static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Samples.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A definition's key, or its name: what happens to one definition then stays in order. */
    private static Optional<String> key(String line) {
        try {
            JsonNode definition = JSON.readTree(line);
            return Optional.ofNullable(definition.get("key")).or(() -> Optional.ofNullable(definition.get("name"))).map(JsonNode::asText);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
