// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import org.apache.camel.Header;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/** Tells Kafka that a record is settled. */
public final class Offsets {

    /**
     * Commits the offset of one record.
     *
     * @param record
     *            what the Kafka consumer put on the exchange
     */
    public void commit(@Header(KafkaConstants.MANUAL_COMMIT) KafkaManualCommit record) {
        record.commit();
    }
}
