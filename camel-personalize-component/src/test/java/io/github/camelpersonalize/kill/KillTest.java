// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.io.IOException;
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
 * Processes that are killed while they apply a manifest of 300 definitions. Each has two ways to the project, under two spellings of the service's
 * address and with two credentials; its re-run goes the other way. The system property {@code kill.points} says how many processes there are, and they
 * are numbered from {@code kill.seed} on. After every fourth of them the re-run is killed, too.
 */
@Tag("chaos")
class KillTest {

    private static final long SEED = Long.getLong("kill.seed", 1);
    private static final int POINTS = Integer.getInteger("kill.points", 10);

    /** Of fewer, none may hit a create. */
    private static final int TELLING = 20;

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension();

    @TempDir
    private Path folder;

    private final Map<Moment, Integer> moments = new EnumMap<>(Moment.class);
    private Java java;
    private Applier next;

    @Test
    void F59_whereverItIsKilledARerunMakesTheRestAndNothingTwiceAndTheLedgerKnowsAll() throws Exception {
        java = new Java(folder);
        applyWithoutHarm();
        next = applier(SEED);
        try {
            long number = SEED;
            while (number < SEED + POINTS) {
                number = live(number);
            }
        } finally {
            next.close();
        }
        System.out.println(POINTS + " kill points: " + moments);
        assertThat(moments.containsKey(Moment.CREATED_AND_NOT_CONFIRMED) || POINTS < TELLING).as("some kills hit a create: %s", moments)
                .isTrue();
    }

    /** A project's life. @return the number of the next kill point */
    private long live(long first) throws Exception {
        long number = first;
        Scene scene = new Scene(EMULATOR.emulator(), states(first));
        try {
            kill(scene, number);
            while (isKilledAgain(number)) {
                number++;
                kill(scene, number);
            }
            scene.rerun();
            scene.assertApplied();
            scene.assertThatAnotherRunWritesNothing();
            scene.assertThatPruningDeletesWhatWasCreated();
            return number + 1;
        } catch (AssertionError e) {
            throw new AssertionError("at kill point %d (kill.seed=%d kill.points=%d), after %s".formatted(number, first, number + 1 - first,
                    moments), e);
        }
    }

    /** The next process starts while this one works, so that nobody waits for it. */
    private void kill(Scene scene, long number) throws Exception {
        try (Applier applier = next) {
            next = applier(number + 1);
            moments.merge(scene.kill(applier, Way.of(number), KillPoint.of(number, scene.requestsLeft())), 1, Integer::sum);
        }
    }

    private void applyWithoutHarm() throws Exception {
        Scene scene = new Scene(EMULATOR.emulator(), folder.resolve("states"));
        try (Applier applier = new Applier(java, EMULATOR.emulator(), Way.AS_THE_COMPONENT, folder.resolve("states"), Work.LARGE)) {
            applier.begin();
            applier.end();
        }
        scene.assertApplied();
    }

    private Applier applier(long number) throws IOException {
        return new Applier(java, EMULATOR.emulator(), Way.of(number), states(number), Work.LARGE);
    }

    private Path states(long number) {
        return folder.resolve("states-" + (isKilledAgain(number - 1) ? number - 1 : number));
    }

    private static boolean isKilledAgain(long number) {
        return number >= SEED && number + 1 < SEED + POINTS && number % 4 == 0;
    }
}
