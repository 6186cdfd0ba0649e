// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * A record of a batch.
 *
 * @param exchange as the consumer made it
 * @param commit commits the offset of the record
 */
record KafkaRecord(Exchange exchange, DefaultKafkaManualCommit commit) {

    static KafkaRecord of(Exchange exchange) {
        DefaultKafkaManualCommit commit = exchange.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, DefaultKafkaManualCommit.class);
        if (commit == null) {
            throw new IllegalArgumentException("a record has no header " + KafkaConstants.MANUAL_COMMIT
                    + ", by which its offset is committed; set allowManualCommit=true on the consumer");
        }
        return new KafkaRecord(exchange, commit);
    }

    Consumer<?, ?> consumer() {
        return commit.getCamelExchangePayload().consumer;
    }

    TopicPartition partition() {
        return commit.getPartition();
    }

    long offset() {
        return commit.getRecordOffset();
    }
}
