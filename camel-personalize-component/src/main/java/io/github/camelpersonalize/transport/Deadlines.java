// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends exchanges that take too long. One sweep, every {@value #MILLIS_BETWEEN} ms while there are exchanges, looks at all of them: a timer for each
 * one would wake up another thread for each request. So a deadline may be late by as much. Thread-safe.
 */
public final class Deadlines {

    private static final int MILLIS_BETWEEN = 20;

    private final ScheduledExecutorService sweeper;
    private final Set<Deadline> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isSweeping = new AtomicBoolean();

    /**
     * @param sweeper runs the sweeps
     */
    public Deadlines(ScheduledExecutorService sweeper) {
        this.sweeper = sweeper;
    }

    /** The end of one exchange, unless it is closed before. */
    final class Deadline implements AutoCloseable {

        private final Runnable abort;
        private final long at;

        private Deadline(Runnable abort, long at) {
            this.abort = abort;
            this.at = at;
        }

        private boolean isDue(long now) {
            return now - at >= 0;
        }

        @Override
        public void close() {
            pending.remove(this);
        }
    }

    /**
     * An exchange begins.
     *
     * @param abort is run when it takes longer
     * @throws IOException when deadlines are no longer kept, because the component stops
     */
    Deadline start(Duration timeout, Runnable abort) throws IOException {
        Deadline deadline = new Deadline(abort, System.nanoTime() + timeout.toNanos());
        pending.add(deadline);
        try {
            sweepLater();
            return deadline;
        } catch (RejectedExecutionException e) {
            pending.remove(deadline);
            throw new IOException("the component is stopping");
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Whatever an abort throws, the next sweep is scheduled.
    private void sweepLater() {
        if (isSweeping.compareAndSet(false, true)) {
            sweeper.schedule(this::sweep, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        } else if (sweeper.isShutdown()) {
            throw new RejectedExecutionException();
        }
    }

    private void sweep() {
        try {
            abortDue(System.nanoTime());
        } finally {
            isSweeping.set(false);
            if (!pending.isEmpty() && !sweeper.isShutdown()) {
                sweepLater();
            }
        }
    }

    private void abortDue(long now) {
        for (Deadline deadline : pending) {
            if (deadline.isDue(now)) {
                deadline.close();
                deadline.abort.run();
            }
        }
    }
}
