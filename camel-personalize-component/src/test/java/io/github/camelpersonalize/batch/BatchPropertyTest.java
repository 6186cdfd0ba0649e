// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A batch is its records, one by one. The batches are numbered from the system property {@code batches.seed} on, and {@code batches} says how many
 * there are; so one is repeated by its number.
 */
@Tag("chaos")
class BatchPropertyTest {

    private static final long SEED = Long.getLong("batches.seed", 1);
    private static final int BATCHES = Integer.getInteger("batches", 1000);
    private static final int SHOWN = Integer.getInteger("batches.shown", 10);

    @Test
    void F88_aBatchEndsAsItsRecordsOneByOneWouldAtNoMoreWrites() throws Exception {
        try (OneByOne both = new OneByOne()) {
            List<String> wrong = LongStream.range(SEED, SEED + BATCHES).mapToObj(RandomBatch::of).map(both::fault).flatMap(Optional::stream)
                    .toList();

            assertThat(wrong).withFailMessage(() -> "%d of %d batches end otherwise (batches.seed=%d):\n%s".formatted(wrong.size(), BATCHES,
                    SEED, wrong.stream().limit(SHOWN).collect(joining("\n\n")))).isEmpty();
        }
    }
}
