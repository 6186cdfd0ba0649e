// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Kind;
import io.github.camelpersonalize.client.Problem.Retry;

/**
 * Lets one exchange at a time create a definition of one key. A create whose answer is lost takes what it then finds for its own; without turns
 * that might be what another route has created in the meantime. Other processes are not held up: the service tells them of the duplicate.
 * Thread-safe.
 *
 * @param <K> tells keys apart
 */
final class KeyTurns<K> {

    /** A lock is kept as long as anybody holds it or waits for it. */
    private final LoadingCache<K, ReentrantLock> locks = Caffeine.newBuilder().weakValues().build(key -> new ReentrantLock(true));

    /** Does the work when it is its turn; not at all when the thread is interrupted before, whose flag stays set. */
    Result inTurn(K key, Supplier<Result> work) {
        ReentrantLock lock = locks.get(key);
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.Failed.of(new Problem(Kind.UNAVAILABLE, 0, null, "not sent, because the route is stopping", List.of(),
                    Retry.USELESS));
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
