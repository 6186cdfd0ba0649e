// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The records that were taken and not committed yet. A consumer goes on behind a batch that failed where an error handler takes the failure for
 * handled; the next commit would pass the batch over. So it is sent back. Thread-safe.
 */
final class OpenOffsets {

    /** After so many attempts to go back, the records no longer exist: they were compacted, or are too old. */
    private static final int MOST_ATTEMPTS = 2;

    private final Map<Place, Open> places = new ConcurrentHashMap<>();

    private record Place(String group, TopicPartition partition) {}

    /**
     * @param next the first record that is not committed
     * @param last the last record that was taken
     * @param attempts how often the consumer was sent back
     */
    private record Open(long next, long last, int attempts) {

        boolean isPassedOverBy(long offset) {
            return offset > next && offset > last && attempts < MOST_ATTEMPTS;
        }
    }

    /**
     * The records of one partition that may be written now: all of them, or none if others come first. Then the consumer goes back to those.
     *
     * @param records in the order in which they came
     * @param committed the offset that the group has committed
     */
    List<KafkaRecord> take(List<KafkaRecord> records, long committed) {
        Consumer<?, ?> consumer = records.get(0).consumer();
        Place place = place(records.get(0));
        Open open = places.get(place);
        List<KafkaRecord> from = records.subList(lowest(records), records.size());
        long first = from.get(0).offset();
        if (open != null && open.next() >= committed && open.isPassedOverBy(first)) {
            consumer.seek(place.partition(), open.next());
            places.put(place, new Open(open.next(), open.last(), open.attempts() + 1));
            return List.of();
        }
        List<KafkaRecord> taken = from.stream().filter(record -> record.offset() >= committed).toList();
        if (!taken.isEmpty()) {
            places.put(place, new Open(taken.get(0).offset(), taken.get(taken.size() - 1).offset(), 0));
        }
        return taken;
    }

    /** All records of the partition that were taken are committed. */
    void close(KafkaRecord record) {
        places.remove(place(record));
    }

    /** The records of the partition that were taken are committed before this one. The consumer goes back to it. */
    void keepFrom(KafkaRecord record) {
        places.computeIfPresent(place(record), (place, open) -> new Open(record.offset(), open.last(), 0));
        if (record.consumer().assignment().contains(record.partition())) {
            record.consumer().seek(record.partition(), record.offset());
        }
    }

    /** What the consumer had polled before it went back comes before what it reads again. */
    private static int lowest(List<KafkaRecord> records) {
        int lowest = 0;
        for (int i = 1; i < records.size(); i++) {
            if (records.get(i).offset() < records.get(lowest).offset()) {
                lowest = i;
            }
        }
        return lowest;
    }

    private static Place place(KafkaRecord record) {
        return new Place(record.consumer().groupMetadata().groupId(), record.partition());
    }
}
