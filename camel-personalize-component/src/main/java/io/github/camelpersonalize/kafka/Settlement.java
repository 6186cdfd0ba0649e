// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.outcome.ItemResult;
import org.apache.kafka.common.TopicPartition;

/**
 * What became of a batch, for its offsets. A partition is done up to its first record that is to be kept; the records behind that one will be read
 * again with it.
 *
 * @param rejected the records that are at fault, of those that are done, and why
 * @param done the last record of each partition that is done
 * @param kept the first record of each partition that is to be kept
 * @param reasons why records are kept
 */
record Settlement(Map<KafkaRecord, ItemResult> rejected, Map<TopicPartition, KafkaRecord> done, Map<TopicPartition, KafkaRecord> kept,
        List<ItemResult> reasons) {

    static Settlement of(List<KafkaRecord> records, List<ItemResult> items) {
        Settlement settlement = new Settlement(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        items.forEach(item -> settlement.add(records.get(item.index()), item));
        return settlement;
    }

    private void add(KafkaRecord record, ItemResult item) {
        if (item.isRetryable()) {
            reasons.add(item);
            kept.putIfAbsent(record.partition(), record);
        } else if (!kept.containsKey(record.partition())) {
            done.put(record.partition(), record);
            if (item.isRejected()) {
                rejected.put(record, item);
            }
        }
    }
}
