// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.util.concurrent.CompletableFuture;

import io.github.camelpersonalize.time.StopSignal;

/** A thread in the {@link WaitQueue}. */
final class Waiter {

    private final Lane lane;
    private final CompletableFuture<Void> first = new CompletableFuture<>();

    Waiter(Lane lane) {
        this.lane = lane;
    }

    Lane lane() {
        return lane;
    }

    boolean isFirst() {
        return first.isDone();
    }

    void becomeFirst() {
        first.complete(null);
    }

    /** Waits to be the first of the queue: {@code false} when its work is to end. */
    boolean awaitFirst(StopSignal stop) {
        return stop.await(first);
    }
}
