// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/** Tells Kafka that a batch is settled. */
public final class Offsets {

    /**
     * Commits the last offset of each partition that the batch has records of.
     *
     * @param batch
     *            what the Kafka consumer put on the exchange
     */
    public void commit(@ExchangeProperty("batch") List<Exchange> batch) {
        Map<Integer, KafkaManualCommit> last = new HashMap<>();
        batch.forEach(item -> last.put(item.getMessage().getHeader(KafkaConstants.PARTITION, Integer.class),
                item.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)));
        last.values().forEach(KafkaManualCommit::commit);
    }
}
