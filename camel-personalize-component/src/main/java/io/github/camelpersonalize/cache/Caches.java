// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cache;

import com.github.benmanes.caffeine.cache.Caffeine;

/** Begins each cache of this component. */
public final class Caches {

    private Caches() {}

    /**
     * The builder of a cache that needs no thread of its own: who writes to it also drops what is beyond its bound. By default each write would wake a
     * thread of the common pool for that, and until it runs the cache would have more than its bound.
     */
    public static Caffeine<Object, Object> builder() {
        return Caffeine.newBuilder().executor(Runnable::run);
    }
}
