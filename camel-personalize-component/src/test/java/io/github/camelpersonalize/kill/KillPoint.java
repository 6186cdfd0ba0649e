// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kill;

import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.awaitility.Awaitility;

/**
 * When a process is killed. The same number always gives the same; what the process was doing in that moment is for the machine to say.
 *
 * @param requests after so many of those that it would send
 * @param answerIsLost whether the last of them was carried out and its answer is still on the way
 * @param nanos so long after the last request, if its answer is not held back
 */
record KillPoint(long number, int requests, boolean answerIsLost, long nanos) {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static final int MAX_NANOS = 20_000_000;

    /** @param of how many requests the process will send */
    static KillPoint of(long number, int of) {
        RandomGenerator random = new SplittableRandom(number);
        return new KillPoint(number, 1 + random.nextInt(of), random.nextInt(4) == 0, random.nextLong(MAX_NANOS));
    }

    /** Lets a process begin, and kills it. @return whether it was not through */
    boolean kill(Applier applier, PersonalizeEmulator emulator) throws IOException, InterruptedException {
        long target = emulator.requestCount() + requests;
        if (answerIsLost) {
            emulator.script(Script.on("*", "/**").then(requests - 1, Step.pass()).then(Step.pass().after(LONG)));
        }
        applier.begin();
        Awaitility.await().atMost(LONG.multipliedBy(6)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .until(() -> emulator.requestCount() >= target);
        if (!answerIsLost) {
            LockSupport.parkNanos(nanos);
        }
        return applier.kill();
    }
}
