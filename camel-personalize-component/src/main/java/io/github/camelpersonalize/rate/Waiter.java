// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.camelpersonalize.time.StopSignal;

/** A thread in the {@link WaitQueue}. */
final class Waiter {

    private final Lane lane;
    private final Duration maxWait;

    /** Whether it is the first. */
    private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

    Waiter(Lane lane, Duration maxWait) {
        this.lane = lane;
        this.maxWait = maxWait;
    }

    Lane lane() {
        return lane;
    }

    Duration maxWait() {
        return maxWait;
    }

    boolean isFirst() {
        return turn.getNow(false);
    }

    void becomeFirst() {
        turn.complete(true);
    }

    /** A pause is longer than it waits for. */
    void turnAway() {
        turn.complete(false);
    }

    /** Waits to be the first of the queue: {@code false} when it is turned away, or its work is to end. */
    boolean awaitFirst(StopSignal stop) {
        return stop.await(turn) && turn.join();
    }
}
