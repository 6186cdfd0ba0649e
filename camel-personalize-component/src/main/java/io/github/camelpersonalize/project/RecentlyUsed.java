// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was put or read last. By hand, because a create should not wait for the housekeeping of a cache: there are two generations, and the earlier one is
 * dropped as a whole. Which entries are used most does not matter: a key is created once. Thread-safe.
 *
 * @param <K> hashes well, or is comparable
 */
final class RecentlyUsed<K, V> {

    private final int generation;

    /** Used since the last turn. */
    private volatile Map<K, V> recent = new ConcurrentHashMap<>();

    /** Used before. */
    private volatile Map<K, V> earlier = Map.of();

    /**
     * @param capacity entries at most; the last half of them is never dropped
     */
    RecentlyUsed(int capacity) {
        generation = capacity / 2;
    }

    Optional<V> get(K key) {
        V value = recent.get(key);
        return value == null ? getEarlier(key) : Optional.of(value);
    }

    private Optional<V> getEarlier(K key) {
        Optional<V> value = Optional.ofNullable(earlier.get(key));
        value.ifPresent(used -> put(key, used));
        return value;
    }

    void put(K key, V value) {
        recent.put(key, value);
        if (recent.size() >= generation) {
            turn();
        }
    }

    private synchronized void turn() {
        if (recent.size() >= generation) {
            earlier = recent;
            recent = new ConcurrentHashMap<>();
        }
    }
}
