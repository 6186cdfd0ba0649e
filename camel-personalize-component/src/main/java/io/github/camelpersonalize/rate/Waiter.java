// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.rate;

import java.util.concurrent.CountDownLatch;

/** A thread in the {@link WaitQueue}. */
final class Waiter {

    private final Lane lane;
    private final CountDownLatch first = new CountDownLatch(1);

    Waiter(Lane lane) {
        this.lane = lane;
    }

    Lane lane() {
        return lane;
    }

    boolean isFirst() {
        return first.getCount() == 0;
    }

    void becomeFirst() {
        first.countDown();
    }

    /** Waits to be the first of the queue: {@code false} when the thread is interrupted, whose flag stays set. */
    boolean awaitFirst() {
        try {
            first.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
