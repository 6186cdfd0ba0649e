// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * Where a record came from.
 *
 * @param source a Kafka topic, a file name, or {@code null} when only the position in the batch is known
 * @param partition the partition of a Kafka topic, or {@code null}
 * @param position the offset in a partition, the line in a file, counted from 1, or the index in a batch, counted from 0
 * @param isItem whether the position is an index: of a file without lines that are records, or whose lines are not known
 */
public record Coordinates(@Nullable String source, @Nullable Integer partition, long position, boolean isItem) implements Serializable {

    /** A record of Kafka: {@code orders-0@1841}. */
    public static Coordinates kafka(String topic, int partition, long offset) {
        return new Coordinates(topic, partition, offset, false);
    }

    /** A line, counted from 1, of a file: {@code people.csv:12}; or of what has no name ({@code null}): {@code line 12}. */
    public static Coordinates line(@Nullable String file, long line) {
        return new Coordinates(file, null, line, false);
    }

    /** An item of a batch. As text it is counted from 1: {@code item 4} has the index 3. */
    public static Coordinates item(long index) {
        return new Coordinates(null, null, index, true);
    }

    /** An item of a file whose line is not known. As text it is counted from 1: {@code people.csv item 4} has the index 3. */
    public static Coordinates item(@Nullable String file, long index) {
        return new Coordinates(file, null, index, true);
    }

    @Override
    public String toString() {
        if (isItem) {
            return (source == null ? "" : source + " ") + "item " + (position + 1);
        }
        if (source == null) {
            return "line " + position;
        }
        return partition == null ? source + ":" + position : source + "-" + partition + "@" + position;
    }
}
