// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells one piece of work to end, such as an exchange of a route that stops: it waits no longer, and sends nothing more. Given once, and for good.
 * An interrupt of the thread that works tells the same; its flag stays set. Thread-safe.
 */
public final class StopSignal {

    private final CompletableFuture<Void> given = new CompletableFuture<>();

    /** Ends all waits of the work, present and future. */
    public void give() {
        given.complete(null);
    }

    /** Whether the work is to end. Asked by the thread that works. */
    public boolean isStopped() {
        return given.isDone() || Thread.currentThread().isInterrupted();
    }

    /**
     * Waits for some time.
     *
     * @return whether all of it passed; {@code false} when the work is to end
     */
    public boolean sleep(Duration duration) {
        if (isStopped()) {
            return false;
        }
        if (duration.isZero()) {
            return true;
        }
        try {
            given.get(duration.toNanos(), TimeUnit.NANOSECONDS);
            return false;
        } catch (TimeoutException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits for something that another thread does.
     *
     * @param event completes then, normally or not
     * @return whether it is complete; {@code false} when the work is to end before
     */
    public boolean await(CompletableFuture<?> event) {
        if (event.isDone()) {
            return true;
        }
        try {
            CompletableFuture.anyOf(event, given).get();
            return event.isDone();
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
