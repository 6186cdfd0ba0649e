// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class StopSignalTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final StopSignal stop = new StopSignal();
    private final CompletableFuture<String> event = new CompletableFuture<>();

    @Test
    void aSleepThatNothingStopsLastsToItsEnd() {
        long start = System.nanoTime();

        assertThat(stop.sleep(Duration.ofMillis(20))).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(stop.isStopped()).isFalse();
    }

    @Test
    void aSleepOfNoTimeIsOverAtOnce() {
        assertThat(stop.sleep(Duration.ZERO)).isTrue();
    }

    @Test
    void theSignalEndsASleep() throws Exception {
        CompletableFuture<Boolean> slept = inBackground(() -> stop.sleep(LONG));

        stop.give();

        assertThat(slept.get()).isFalse();
    }

    @Test
    void theSignalEndsTheWaitForAnEvent() throws Exception {
        CompletableFuture<Boolean> waited = inBackground(() -> stop.await(event));

        stop.give();

        assertThat(waited.get()).isFalse();
    }

    @Test
    void theWaitForAnEventEndsWithIt() throws Exception {
        CompletableFuture<Boolean> waited = inBackground(() -> stop.await(event));

        event.complete("it");

        assertThat(waited.get()).isTrue();
    }

    @Test
    void anEventThatFailsHasHappened() {
        event.completeExceptionally(new IllegalStateException("broken"));

        assertThat(stop.await(event)).isTrue();
    }

    @Test
    void anEventThatHappenedBeforeTheSignalHasHappened() {
        event.complete("it");
        stop.give();

        assertThat(stop.await(event)).isTrue();
    }

    @Test
    void afterTheSignalNoWaitBegins() {
        stop.give();

        assertThat(stop.isStopped()).isTrue();
        assertThat(stop.sleep(Duration.ZERO)).isFalse();
        assertThat(stop.sleep(LONG)).isFalse();
        assertThat(stop.await(event)).isFalse();
    }

    @Test
    void anInterruptSaysTheSameAndItsFlagStays() {
        Thread.currentThread().interrupt();

        assertThat(stop.isStopped()).isTrue();
        assertThat(stop.sleep(Duration.ZERO)).isFalse();
        assertThat(stop.sleep(LONG)).isFalse();
        assertThat(stop.await(event)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stop.isStopped()).isFalse();
    }

    @Test
    void anInterruptEndsASleepAndItsFlagStays() throws Exception {
        CompletableFuture<String> interrupted = new CompletableFuture<>();
        Thread sleeper = new Thread(() -> interrupted.complete(stop.sleep(LONG) + " " + Thread.currentThread().isInterrupted()));
        sleeper.start();
        Awaitility.await().until(() -> sleeper.getState() == Thread.State.TIMED_WAITING);

        sleeper.interrupt();

        assertThat(interrupted.get()).isEqualTo("false true");
    }

    /** Starts a wait, and returns when it lasts. */
    private static CompletableFuture<Boolean> inBackground(BooleanSupplier wait) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(wait.getAsBoolean()));
        thread.start();
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
        return result;
    }
}
