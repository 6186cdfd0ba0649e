// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.outcome.ItemResult;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Keeps offsets and records of a batching Kafka consumer together. Called by the consumer's own thread, so that it may use the Kafka client. */
public final class Batches {

    /**
     * The records that are this consumer's to write. While it collected them, their partition may have gone to another consumer, which may
     * have written newer ones since.
     */
    public List<Exchange> own(List<Exchange> batch) {
        Consumer<?, ?> consumer = offset(batch.get(0)).getCamelExchangePayload().consumer;
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed = new LinkedHashMap<>(consumer.committed(assigned));
        holdFirst(consumer, committed);
        return batch.stream().filter(record -> assigned.contains(offset(record).getPartition())
                && offset(record).getRecordOffset() >= committed.get(offset(record).getPartition()).offset()).toList();
    }

    /** The records that were refused, as they came, with where that was and why they were refused in their headers. */
    public List<Exchange> refused(@Body List<Exchange> batch, @ExchangeException PersonalizeRejectedException refusal) {
        return refusal.getReport().items().stream().filter(item -> !item.outcome().isSuccess())
                .map(item -> deadLetter(batch.get(item.index()), item)).toList();
    }

    /** Commits the offset of the last record of each partition. */
    public void commit(List<Exchange> batch) {
        Map<TopicPartition, DefaultKafkaManualCommit> last = new LinkedHashMap<>();
        batch.forEach(record -> last.put(offset(record).getPartition(), offset(record)));
        last.values().forEach(DefaultKafkaManualCommit::commit);
    }

    /** After a pause camel-kafka goes back to the committed offset, and nowhere where there is none: so there is one. */
    private static void holdFirst(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> committed) {
        List<TopicPartition> never = committed.entrySet().stream().filter(entry -> entry.getValue() == null).map(Map.Entry::getKey)
                .toList();
        if (!never.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> first = new LinkedHashMap<>();
            consumer.beginningOffsets(never).forEach((partition, offset) -> first.put(partition, new OffsetAndMetadata(offset)));
            consumer.commitSync(first);
            committed.putAll(first);
        }
    }

    private static Exchange deadLetter(Exchange record, ItemResult item) {
        record.getMessage().setHeader("source.topic", item.coordinates().source());
        record.getMessage().setHeader("source.partition", String.valueOf(item.coordinates().partition()));
        record.getMessage().setHeader("source.offset", String.valueOf(item.coordinates().position()));
        record.getMessage().setHeader("error.outcome", item.outcome().name());
        record.getMessage().setHeader("error.message", item.message());
        return record;
    }

    private static DefaultKafkaManualCommit offset(Exchange record) {
        return record.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, DefaultKafkaManualCommit.class);
    }
}
