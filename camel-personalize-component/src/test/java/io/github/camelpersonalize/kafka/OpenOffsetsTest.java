// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.List;

import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.kafka.Batch.FIRST;
import static io.github.camelpersonalize.kafka.Batch.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

/** A batch that failed is not passed over, even where the consumer goes on behind it. */
class OpenOffsetsTest {

    private final Batch batch = new Batch();
    private final OpenOffsets open = new OpenOffsets();

    private List<Long> take(long committed, long... offsets) {
        return open.take(batch.records(FIRST, offsets), committed).stream().map(KafkaRecord::offset).toList();
    }

    @Test
    void allRecordsAreTakenFromTheCommittedOffsetOn() {
        assertThat(take(0, 0, 1, 2)).containsExactly(0L, 1L, 2L);
        assertThat(take(5, 3, 4, 5, 6)).containsExactly(5L, 6L);
        assertThat(take(9, 7, 8)).isEmpty();
    }

    @Test
    void whatWasPolledBeforeTheConsumerWentBackComesAgain() {
        assertThat(take(0, 4, 5, 0, 1, 2)).containsExactly(0L, 1L, 2L);
        assertThat(take(0, 3, 4)).isEmpty();
    }

    @Test
    void behindABatchThatIsNotCommittedTheConsumerGoesBackTwice() {
        take(0, 0, 1, 2);

        for (int attempt = 0; attempt < 2; attempt++) {
            batch.consumer.seek(FIRST, 6);
            assertThat(take(0, 3, 4, 5)).isEmpty();
            assertThat(batch.consumer.position(FIRST)).isZero();
        }
        assertThat(take(0, 3, 4, 5)).containsExactly(3L, 4L, 5L);
    }

    @Test
    void theSameBatchIsTakenAgain() {
        take(0, 0, 1, 2);

        assertThat(take(0, 0, 1, 2)).containsExactly(0L, 1L, 2L);
        assertThat(take(0, 1, 2)).containsExactly(1L, 2L);
    }

    @Test
    void aRecordThatIsTheLastOfTheBatchIsNotBehindIt() {
        take(0, 0, 1, 2);

        assertThat(take(0, 2, 3)).containsExactly(2L, 3L);
    }

    @Test
    void whatAnotherConsumerHasCommittedIsNotReadAgain() {
        take(0, 0, 1, 2);

        assertThat(take(3, 3, 4)).containsExactly(3L, 4L);
    }

    @Test
    void afterAllIsCommittedTheConsumerGoesOn() {
        take(0, 0, 1, 2);
        open.close(batch.records(FIRST, 2).get(0));

        assertThat(take(0, 3, 4)).containsExactly(3L, 4L);
    }

    @Test
    void theConsumerGoesBackToTheFirstRecordThatIsKept() {
        take(0, 0, 1, 2);
        batch.consumer.seek(FIRST, 3);
        open.keepFrom(batch.records(FIRST, 1).get(0));

        assertThat(batch.consumer.position(FIRST)).isEqualTo(1);
        batch.consumer.seek(FIRST, 6);
        assertThat(take(1, 3, 4)).isEmpty();
        assertThat(batch.consumer.position(FIRST)).isEqualTo(1);
    }

    @Test
    void aPartitionThatHasGoneToAnotherConsumerIsLeftAlone() {
        take(0, 0, 1);
        batch.consumer.assign(List.of(SECOND));
        batch.consumer.seek(SECOND, 7);
        open.keepFrom(batch.records(FIRST, 1).get(0));

        assertThat(batch.consumer.position(SECOND)).isEqualTo(7);
    }

    @Test
    void onePartitionDoesNotWaitForAnother() {
        take(0, 0, 1, 2);

        assertThat(open.take(batch.records(SECOND, 3, 4), 0)).hasSize(2);
    }
}
