// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Operations that overlap, sent by several threads through two routes of one CamelContext to one project, have the results of some order of them. The
 * plans are numbered from the system property {@code linearity.seed} on, and {@code linearity.histories} says how many there are. The number of a plan
 * determines messages and delays; the threads are the machine's, so a plan that has failed once may need several runs to fail again.
 */
@Tag("chaos")
class LinearityTest {

    private static final long SEED = Long.getLong("linearity.seed", 1);
    private static final int HISTORIES = Integer.getInteger("linearity.histories", 30);
    private static final int TOLD = 5;

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension();

    @Test
    void F76_F45_operationsThatOverlapHaveTheResultsOfSomeOrderOfThem() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (TwoRoutes routes = new TwoRoutes(EMULATOR.emulator())) {
            List<String> wrong = LongStream.range(SEED, SEED + HISTORIES).mapToObj(Plan::of)
                    .map(plan -> new History(plan, EMULATOR.emulator(), routes).fault(threads)).flatMap(Optional::stream).toList();
            assertThat(wrong).withFailMessage(() -> told(wrong)).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private static String told(List<String> wrong) {
        return "%d of %d histories are wrong (linearity.seed=%d linearity.histories=%d):\n%s".formatted(wrong.size(), HISTORIES, SEED,
                HISTORIES, wrong.stream().limit(TOLD).collect(joining("\n\n")));
    }
}
