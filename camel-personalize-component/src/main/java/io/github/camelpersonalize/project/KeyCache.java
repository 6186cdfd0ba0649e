// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.project.KeyLocks.FoldedKey;

/**
 * The natural keys in the service's responses, to notice a key that is about to be created beside one that people cannot tell from it. A hint
 * only: it may be out of date, so the list confirms it. Thread-safe.
 */
final class KeyCache {

    static final int MAX_KEYS = 10_000;

    private final Cache<FoldedKey, String> keys = Caffeine.newBuilder().maximumSize(MAX_KEYS).build();

    void learn(FoldedKey place, String key) {
        if (NaturalKey.isComparable(key)) {
            keys.put(place, key);
        }
    }

    /** A key that was seen and differs from this one only in case, white space or Unicode form. */
    Optional<String> lookalike(FoldedKey place, String key) {
        return Optional.ofNullable(keys.getIfPresent(place)).filter(known -> !known.equals(key));
    }
}
