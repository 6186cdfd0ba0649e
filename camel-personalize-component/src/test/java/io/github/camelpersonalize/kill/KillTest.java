// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that are killed while they apply a manifest of 300 definitions. The system property {@code kill.points} says how many, and they are
 * numbered from {@code kill.seed} on. Every fourth is killed a second time, in its re-run.
 */
@Tag("chaos")
class KillTest {

    private static final long SEED = Long.getLong("kill.seed", 1);
    private static final int POINTS = Integer.getInteger("kill.points", 20);

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension();

    @TempDir
    private Path folder;

    @Test
    void F59_whereverItIsKilledARerunMakesTheRestAndNothingTwiceAndTheLedgerKnowsAll() throws Exception {
        Map<Moment, Integer> moments = new EnumMap<>(Moment.class);
        for (long number = SEED; number < SEED + POINTS; number++) {
            Path states = folder.resolve("states-" + number);
            Scene scene = new Scene(EMULATOR.emulator(), states);
            try {
                moments.merge(kill(scene, number, states), 1, Integer::sum);
                while (number % 4 == 0 && number + 1 < SEED + POINTS) {
                    number++;
                    moments.merge(kill(scene, number, states), 1, Integer::sum);
                }
                scene.rerun();
                scene.assertApplied();
                scene.assertThatAnotherRunWritesNothing();
                scene.assertThatPruningDeletesWhatWasCreated();
            } catch (AssertionError e) {
                throw new AssertionError("at kill point %d (kill.seed=%1$d kill.points=1), after %s".formatted(number, moments), e);
            }
        }
        System.out.println(POINTS + " kill points: " + moments);
        assertThat(moments).containsKeys(Moment.CREATED_AND_NOT_CONFIRMED);
    }

    private static Moment kill(Scene scene, long number, Path states) throws Exception {
        try (Applier applier = new Applier(EMULATOR.emulator(), states)) {
            return scene.kill(applier, KillPoint.of(number, scene.requestsLeft()));
        }
    }
}
