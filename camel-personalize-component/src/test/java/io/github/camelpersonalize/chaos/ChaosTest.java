// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.chaos;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.faultserver.CutPoint;
import io.github.camelpersonalize.faultserver.Ending;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever a connection is cut, the project ends up as the route asked, and the route knows it. The mishaps are numbered from the system
 * property {@code chaos.seed} on, and {@code chaos.cuts} says how many there are; so a mishap is repeated by its number and one cut.
 */
@Tag("chaos")
class ChaosTest {

    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final int CUTS = Integer.getInteger("chaos.cuts", 1000);
    private static final int TOLD = 20;
    private static final int HEADER_BYTES = 90;

    @Test
    void whereverItIsCutThereIsOneDefinitionAsAskedForAndTheRouteKnowsIt() throws Exception {
        try (Laboratory laboratory = new Laboratory()) {
            List<String> wrong = LongStream.range(SEED, SEED + CUTS).mapToObj(Mishap::of).map(laboratory::fault).flatMap(Optional::stream)
                    .toList();
            assertThat(wrong).withFailMessage(() -> told(wrong)).isEmpty();
            assertThat(laboratory.cuts()).isGreaterThanOrEqualTo(CUTS);
        }
    }

    @Test
    void noAnswerPassesForAWholeOneWhenItsHeadersAreCutOff() throws Exception {
        try (Laboratory laboratory = new Laboratory()) {
            List<String> wrong = Stream.of(Deed.CREATE_WHAT_IS_THERE, Deed.DELETE_BY_KEY)
                    .flatMap(deed -> IntStream.range(0, HEADER_BYTES).mapToObj(bytes -> new CutPoint(1, bytes, Ending.FIN))
                            .map(cut -> new Mishap(0, Resource.attributes, deed, false, List.of(cut))))
                    .map(laboratory::fault).flatMap(Optional::stream).toList();
            assertThat(wrong).isEmpty();
        }
    }

    private static String told(List<String> wrong) {
        return "%d of %d mishaps ended badly (chaos.seed=%d chaos.cuts=%d):\n%s".formatted(wrong.size(), CUTS, SEED, CUTS,
                wrong.stream().limit(TOLD).collect(joining("\n")));
    }
}
