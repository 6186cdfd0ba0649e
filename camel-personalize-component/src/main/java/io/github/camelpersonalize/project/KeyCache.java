// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Result;

/**
 * The natural keys that this component has seen in the service's answers, to notice a key that is about to be created beside one that
 * people cannot tell from it. A hint only: it may be out of date, so that it is confirmed by reading the list. It also knows which of them
 * are being created. Thread-safe.
 */
public final class KeyCache {

    private static final int MAX_KEYS = 10_000;

    private final Cache<Place, String> keys = Caffeine.newBuilder().maximumSize(MAX_KEYS).build();
    private final KeyLocks<Place> turns = new KeyLocks<>();

    /** The part of this memory that is about one project. */
    public OfProject of(URI baseUrl, String projectUid) {
        return new OfProject(baseUrl, projectUid);
    }

    private record Place(URI baseUrl, String projectUid, Resource resource, String folded) {}

    /** The keys of one project. */
    public final class OfProject {

        private final URI baseUrl;
        private final String projectUid;

        private OfProject(URI baseUrl, String projectUid) {
            this.baseUrl = baseUrl;
            this.projectUid = projectUid;
        }

        void learn(Resource resource, String key) {
            if (NaturalKey.isComparable(key)) {
                keys.put(place(resource, key), key);
            }
        }

        /** A key that was seen and differs from this one only in case, white space or Unicode form. */
        Optional<String> lookalike(Resource resource, String key) {
            return Optional.ofNullable(keys.getIfPresent(place(resource, key))).filter(known -> !known.equals(key));
        }

        /** Does what concerns a key when nobody else does, not even for one that people cannot tell from it. */
        public Result withLock(Resource resource, String key, Supplier<Result> work) {
            return turns.withLock(place(resource, key), work);
        }

        private Place place(Resource resource, String key) {
            return new Place(baseUrl, projectUid, resource, NaturalKey.folded(key));
        }
    }
}
