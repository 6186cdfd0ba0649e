// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory.CamelExchangePayload;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory.KafkaRecordPayload;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Batches of a consumer of Kafka's own client that has two partitions and no broker. */
final class Batch {

    static final TopicPartition FIRST = new TopicPartition("attributes", 0);
    static final TopicPartition SECOND = new TopicPartition("attributes", 1);

    final MockConsumer<Object, Object> consumer = new MockConsumer<>(OffsetResetStrategy.EARLIEST);
    final CamelContext context = new DefaultCamelContext();

    Batch() {
        consumer.assign(List.of(FIRST, SECOND));
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    }

    /** The records of one partition with these offsets. */
    List<KafkaRecord> records(TopicPartition partition, long... offsets) {
        return LongStream.of(offsets).mapToObj(offset -> KafkaRecord.of(exchange(partition, offset))).toList();
    }

    /** An exchange as the consumer makes one of a record. */
    Exchange exchange(TopicPartition partition, long offset) {
        Exchange record = new DefaultExchange(context);
        record.getMessage().setBody(partition.partition() + "@" + offset);
        record.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, new Commit(record, partition, offset));
        return record;
    }

    /** An exchange with a batch. */
    @SafeVarargs
    final Exchange of(List<KafkaRecord>... records) {
        List<Exchange> all = new ArrayList<>();
        List.of(records).forEach(some -> some.forEach(record -> all.add(record.exchange())));
        Exchange batch = new DefaultExchange(context);
        batch.getMessage().setBody(all);
        return batch;
    }

    void commit(TopicPartition partition, long offset) {
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
    }

    /** The offsets that are committed. */
    Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> offsets = new LinkedHashMap<>();
        consumer.committed(Set.of(FIRST, SECOND)).forEach((partition, committed) -> offsets.put(partition, committed.offset()));
        return offsets;
    }

    /** As camel-kafka commits: what comes after the record is next. */
    private final class Commit extends DefaultKafkaManualCommit {

        private Commit(Exchange record, TopicPartition partition, long offset) {
            super(new CamelExchangePayload(record, consumer, "thread", null), new KafkaRecordPayload(partition, offset, 1_000));
        }

        @Override
        public void commit() {
            Batch.this.commit(getPartition(), getRecordOffset() + 1);
        }
    }
}
