// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.project.KeyLocks.FoldedKey;

/**
 * The natural keys in the service's responses, to notice a key that is about to be created beside one that people cannot tell from it. It remembers
 * those that were seen last, and not those that are seen most: a key is created once. A hint only: it may be out of date, so the list confirms it.
 * Thread-safe.
 */
final class KeyCache {

    static final int MAX_KEYS = 10_000;

    /** Those that were seen since the turn of the last {@value #MAX_KEYS} / 2. */
    private volatile Map<FoldedKey, String> keys = new ConcurrentHashMap<>();

    /** Those that were seen before. */
    private volatile Map<FoldedKey, String> earlier = Map.of();

    void learn(FoldedKey place, String key) {
        if (NaturalKey.isComparable(key)) {
            keys.put(place, key);
            turnWhenFull();
        }
    }

    private void turnWhenFull() {
        if (keys.size() >= MAX_KEYS / 2) {
            turn();
        }
    }

    private synchronized void turn() {
        if (keys.size() >= MAX_KEYS / 2) {
            earlier = keys;
            keys = new ConcurrentHashMap<>();
        }
    }

    /** A key that was seen and differs from this one only in case, white space or Unicode form. */
    Optional<String> lookalike(FoldedKey place, String key) {
        String recent = keys.get(place);
        String known = recent == null ? earlier.get(place) : recent;
        return known == null || known.equals(key) ? Optional.empty() : Optional.of(known);
    }
}
