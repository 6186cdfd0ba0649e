// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import io.github.camelpersonalize.emulator.live.LiveOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they apply experiences with versions: in turn to an empty project, and to one whose experiences have other variants,
 * so that those that are active need a new version. The system property {@code version.kills} says how many processes there are, and they are numbered from
 * {@code kill.seed} on.
 */
@Tag("chaos")
class VersionsKillTest {

    private static final long SEED = Long.getLong("kill.seed", 1);
    private static final int POINTS = Integer.getInteger("version.kills", 6);

    @RegisterExtension
    static final PersonalizeEmulatorExtension EMULATOR = new PersonalizeEmulatorExtension(
            EmulatorOptions.defaults().rateLimit(0).live(LiveOptions.defaults().strictMembers(true)));

    @TempDir
    private Path folder;

    private final Map<Work, Integer> requests = new EnumMap<>(Work.class);
    private Java java;
    private int through;

    @Test
    void F59_F135_whereverItIsKilledARerunEndsWithOneVersionOfEachStatusAndNothingTwice() throws Exception {
        java = new Java(folder);
        count(Work.EXPERIENCES, VersionedManifest.FIRST);
        count(Work.CHANGED_EXPERIENCES, VersionedManifest.SECOND);
        for (long number = SEED; number < SEED + POINTS; number++) {
            try {
                live(number);
            } catch (AssertionError e) {
                throw new AssertionError("at kill point %d (kill.seed=%d version.kills=1)".formatted(number, number), e);
            }
        }
        System.out.println(POINTS + " kill points, " + through + " after the end");
    }

    /** How many requests a process sends that nobody kills. */
    private void count(Work work, VersionedManifest manifest) throws Exception {
        VersionsScene scene = scene(work, folder.resolve("states-" + work), Way.AS_THE_COMPONENT);
        long before = emulator().requestCount();
        try (Applier applier = new Applier(java, emulator(), Way.AS_THE_COMPONENT, folder.resolve("states-" + work), work)) {
            applier.begin();
            applier.end();
        }
        requests.put(work, (int) (emulator().requestCount() - before));
        scene.assertApplied(manifest);
    }

    private void live(long number) throws Exception {
        Work work = number % 4 < 2 ? Work.EXPERIENCES : Work.CHANGED_EXPERIENCES;
        Path states = folder.resolve("states-" + number);
        VersionsScene scene = scene(work, states, Way.of(number));
        try (Applier applier = new Applier(java, emulator(), Way.of(number), states, work)) {
            through += KillPoint.of(number, requests.get(work)).kill(applier, emulator()) ? 0 : 1;
        }
        scene.assertNoHarm();
        scene.apply(work);
        scene.assertApplied(work == Work.EXPERIENCES ? VersionedManifest.FIRST : VersionedManifest.SECOND);
        scene.assertThatAnotherRunWritesNothing(work);
    }

    private static VersionsScene scene(Work work, Path states, Way way) throws Exception {
        VersionsScene scene = new VersionsScene(emulator(), states, way);
        if (work == Work.CHANGED_EXPERIENCES) {
            scene.apply(Work.EXPERIENCES);
        }
        return scene;
    }

    private static PersonalizeEmulator emulator() {
        return EMULATOR.emulator();
    }
}
