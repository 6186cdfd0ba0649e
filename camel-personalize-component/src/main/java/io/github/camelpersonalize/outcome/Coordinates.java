// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

/**
 * Where a record came from.
 *
 * @param source a Kafka topic, a file name, or {@code null} when only the position in the batch is known
 * @param partition the partition of a Kafka topic, or {@code null}
 * @param position the offset in a partition, the line in a file, or the index in a batch
 */
public record Coordinates(String source, Integer partition, long position) {

    /** A record of Kafka: {@code orders-0@1841}. */
    public static Coordinates kafka(String topic, int partition, long offset) {
        return new Coordinates(topic, partition, offset);
    }

    /** A line of a file, counted from 1: {@code people.csv:12}. */
    public static Coordinates line(String file, long line) {
        return new Coordinates(file, null, line);
    }

    /** An item of a batch, counted from 0: {@code item 3}. */
    public static Coordinates item(long index) {
        return new Coordinates(null, null, index);
    }

    @Override
    public String toString() {
        if (source == null) {
            return "item " + position;
        }
        return partition == null ? source + ":" + position : source + "-" + partition + "@" + position;
    }
}
