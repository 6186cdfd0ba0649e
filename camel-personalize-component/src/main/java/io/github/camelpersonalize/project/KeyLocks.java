// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelpersonalize.outcome.Result;

/**
 * Lets one exchange at a time create a definition of one key. A create whose answer is lost takes what it then finds for its own; without turns
 * that might be what another route has created in the meantime. Other processes are not held up: the service tells them of the duplicate.
 * Thread-safe.
 *
 * @param <K> tells keys apart
 */
final class KeyLocks<K> {

    private final Map<K, KeyLock> turns = new ConcurrentHashMap<>();

    /** The turns of one key, kept as long as anybody has one or waits for one. The number of those is changed under the map's lock only. */
    private static final class KeyLock {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int takers;
    }

    /** Does the work when it is its turn; not at all when the thread is interrupted before, whose flag stays set. */
    Result withLock(K key, Supplier<Result> work) {
        ReentrantLock lock = enter(key);
        try {
            return withLock(lock, work);
        } finally {
            leave(key);
        }
    }

    private ReentrantLock enter(K key) {
        return turns.compute(key, (same, known) -> {
            KeyLock taken = known == null ? new KeyLock() : known;
            taken.takers++;
            return taken;
        }).lock;
    }

    private void leave(K key) {
        turns.computeIfPresent(key, (same, known) -> --known.takers == 0 ? null : known);
    }

    private static Result withLock(ReentrantLock lock, Supplier<Result> work) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.Failure.stopping();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
