// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.time;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * A lock that threads get in the order in which they ask for it, and may get again while they have it. By hand, because a wait must end when the
 * work of the waiting thread is stopped, and an interrupt would not tell whose it is. Thread-safe.
 */
public final class FairLock {

    private static final int USUAL_TURNS = 2;

    /** The first one has the lock. */
    private final Deque<Turn> turns = new ArrayDeque<>(USUAL_TURNS);

    private static final class Turn {

        private static final CompletableFuture<Void> AT_ONCE = CompletableFuture.completedFuture(null);

        private final Thread thread = Thread.currentThread();
        private final CompletableFuture<Void> granted;
        private int holds;

        private Turn(boolean isFirst) {
            granted = isFirst ? AT_ONCE : new CompletableFuture<>();
        }
    }

    /**
     * Waits for the lock.
     *
     * @return whether this thread has it; {@code false} when its work is to end
     */
    public boolean lock(StopSignal stop) {
        if (stop.isStopped()) {
            return false;
        }
        Turn turn = enter();
        boolean granted = stop.await(turn.granted);
        if (!granted) {
            leave(turn);
        }
        return granted;
    }

    /** Gives the lock to the next thread, once for each time that this thread got it. */
    public synchronized void unlock() {
        Turn turn = turns.getFirst();
        turn.holds--;
        if (turn.holds == 0) {
            leave(turn);
        }
    }

    private synchronized Turn enter() {
        Turn turn = isHeldByThisThread() ? turns.getFirst() : new Turn(turns.isEmpty());
        turn.holds++;
        if (turn.holds == 1) {
            turns.add(turn);
        }
        return turn;
    }

    private boolean isHeldByThisThread() {
        return !turns.isEmpty() && turns.getFirst().thread == Thread.currentThread();
    }

    private synchronized void leave(Turn turn) {
        turns.remove(turn);
        grantFirst();
    }

    private void grantFirst() {
        if (!turns.isEmpty()) {
            turns.getFirst().granted.complete(null);
        }
    }
}
