// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.KeyLocks.FoldedKey;
import io.github.camelpersonalize.time.StopSignal;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.project.ScriptedService.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

class KeyLocksTest {

    private static final Result DONE = Result.Success.nothing(null, null);

    private final KeyLocks locks = new KeyLocks();
    private final StopSignal stop = new StopSignal();

    @Test
    void aKeyIsLockedDuringTheWorkAndSoIsOneThatPeopleCannotTellFromIt() {
        assertThat(locks.isLocked(key("age"))).isFalse();

        locks.withLock(key("age"), stop, () -> {
            assertThat(locks.isLocked(key("age"))).isTrue();
            assertThat(locks.isLocked(key(" AGE"))).isTrue();
            assertThat(locks.isLocked(key("city"))).isFalse();
            return DONE;
        });

        assertThat(locks.isLocked(key("age"))).isFalse();
    }

    @Test
    void aThreadThatLocksAKeyAgainKeepsItToTheEndOfItsFirstWork() {
        locks.withLock(key("age"), stop, () -> {
            locks.withLock(key("age"), stop, () -> DONE);

            assertThat(locks.isLocked(key("age"))).isTrue();
            return DONE;
        });

        assertThat(locks.isLocked(key("age"))).isFalse();
    }

    @Test
    void whoWaitsForAKeyGetsItAfterTheWork() {
        CompletableFuture<Result> second = new CompletableFuture<>();
        Thread waiting = new Thread(() -> second.complete(locks.withLock(key("age"), stop, () -> DONE)));

        locks.withLock(key("age"), stop, () -> {
            waiting.start();
            Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);
            assertThat(second).isNotDone();
            return DONE;
        });

        assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isSameAs(DONE);
    }

    private static FoldedKey key(String key) {
        return FoldedKey.of(PROJECT, attributes, key);
    }
}
