// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Result;

/**
 * What one project holds, so that an upsert of what is there already costs no request: one list a kind, kept current by our own writes.
 * Thread-safe.
 */
public final class ProjectIndex {

    private final Map<Resource, Kind> kinds = new ConcurrentHashMap<>();

    /** One kind, and who lists it: one thread, for all that wait. */
    private static final class Kind {

        private final DefinitionIndex index;
        private final ReentrantLock listing = new ReentrantLock(true);
        private Result.Failure failure;
        private long failedAt;

        private Kind(Resource resource) {
            this.index = new DefinitionIndex(resource);
        }
    }

    /** What is known of a kind, if anybody has wanted to know: what is written otherwise need not be remembered. */
    Optional<DefinitionIndex> ifPresent(Resource resource) {
        return Optional.ofNullable(kinds.get(resource)).map(kind -> kind.index);
    }

    /** What is known of a kind, nothing at first. */
    DefinitionIndex of(Resource resource) {
        return kind(resource).index;
    }

    private Kind kind(Resource resource) {
        return kinds.computeIfAbsent(resource, Kind::new);
    }

    /**
     * Sees to it that the kind was listed at this time or later. Threads that waited for a list which failed share its failure: each of them
     * would only wait as long to learn the same.
     *
     * @param since what {@code clock} said when a list would have been young enough
     * @param list asks the service for the list and enters it here
     * @return why there is no such list, if there is none
     */
    Optional<Result.Failure> refresh(Resource resource, long since, LongSupplier clock, Supplier<Result> list) {
        Kind kind = kind(resource);
        if (kind.index.isListedSince(since)) {
            return Optional.empty();
        }
        long asked = clock.getAsLong();
        try {
            kind.listing.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Result.Failure.stopping());
        }
        try {
            if (kind.index.isListedSince(since)) {
                return Optional.empty();
            }
            if (kind.failure != null && kind.failedAt - asked > 0) {
                return Optional.of(kind.failure);
            }
            kind.failure = list.get().fold(done -> null, failed -> failed);
            kind.failedAt = clock.getAsLong();
            return Optional.ofNullable(kind.failure);
        } finally {
            kind.listing.unlock();
        }
    }
}
