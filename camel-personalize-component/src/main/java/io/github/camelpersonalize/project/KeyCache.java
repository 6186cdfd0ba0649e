// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.project.KeyLocks.FoldedKey;

/**
 * The natural keys in the service's responses, to notice a key that is about to be created beside one that people cannot tell from it. It remembers
 * those that were seen last, and not those that are seen most: a key is created once. A hint only: it may be out of date, so the list confirms it.
 * Thread-safe.
 */
final class KeyCache {

    static final int MAX_KEYS = 10_000;

    private final Map<FoldedKey, String> keys = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FoldedKey, String> eldest) {
            return size() > MAX_KEYS;
        }
    };

    synchronized void learn(FoldedKey place, String key) {
        if (NaturalKey.isComparable(key)) {
            keys.remove(place);
            keys.put(place, key);
        }
    }

    /** A key that was seen and differs from this one only in case, white space or Unicode form. */
    synchronized Optional<String> lookalike(FoldedKey place, String key) {
        return Optional.ofNullable(keys.get(place)).filter(known -> !known.equals(key));
    }
}
