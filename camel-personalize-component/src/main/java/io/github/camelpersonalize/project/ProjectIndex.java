// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.lifecycle.VersionIndex;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.time.FairLock;
import io.github.camelpersonalize.time.StopSignal;

/**
 * The definitions of one project, so that an upsert of one that matches costs no request: one list a kind, kept current by the writes of this
 * component. Thread-safe.
 */
final class ProjectIndex {

    private final Dialect dialect;
    private final Map<Resource, Kind> kinds = new ConcurrentHashMap<>();
    private final VersionIndex versions = new VersionIndex(DefinitionIndex.LISTING_DELAY);

    /** What it was when the cache last made room for it, in bytes. */
    private volatile long weighed;

    ProjectIndex(Dialect dialect) {
        this.dialect = dialect;
    }

    /** One kind. One thread lists it, for all that wait. */
    private static final class Kind {

        private final DefinitionIndex index;
        private final FairLock listing = new FairLock();
        private Result.Failure failure;
        private long failedAt;

        private Kind(Dialect dialect, Resource resource) {
            this.index = new DefinitionIndex(dialect, resource);
        }
    }

    /** The definitions of a kind, if an operation has needed them: otherwise writes need not be remembered. */
    Optional<DefinitionIndex> ifPresent(Resource resource) {
        return Optional.ofNullable(kinds.get(resource)).map(kind -> kind.index);
    }

    /** The definitions of a kind, none at first. */
    DefinitionIndex of(Resource resource) {
        return kind(resource).index;
    }

    /** The versions of definitions that have some. */
    VersionIndex versions() {
        return versions;
    }

    /** Notes how many bytes it takes. */
    void weigh() {
        weighed = weight();
    }

    /** About how many bytes it has grown since it was weighed. */
    long growth() {
        return weight() - weighed;
    }

    /** About how many bytes it takes. */
    long weight() {
        return kinds.values().stream().mapToLong(kind -> kind.index.weight()).sum() + versions.weight();
    }

    private Kind kind(Resource resource) {
        return kinds.computeIfAbsent(resource, any -> new Kind(dialect, resource));
    }

    /**
     * Lists the kind, unless it was listed at this time or later. Threads that waited for a list share its failure: each of them would only wait as
     * long for the same. They do not share the end of a thread or route that listed for them, and list themselves.
     *
     * @param since a time of {@code clock}
     * @param list requests the list and enters it here
     * @param stop of the work that needs the list
     * @return why there is no such list, if there is none
     */
    Optional<Result.Failure> refresh(Resource resource, long since, LongSupplier clock, Supplier<Result> list, StopSignal stop) {
        Kind kind = kind(resource);
        if (kind.index.isListedSince(since)) {
            return Optional.empty();
        }
        long requestedAt = clock.getAsLong();
        if (!kind.listing.lock(stop)) {
            return Optional.of(Result.Failure.stopping());
        }
        try {
            if (kind.index.isListedSince(since)) {
                return Optional.empty();
            }
            if (kind.failure != null && kind.failedAt - requestedAt > 0) {
                return Optional.of(kind.failure);
            }
            Optional<Result.Failure> failure = list.get().fold(success -> Optional.empty(), Optional::of);
            kind.failure = failure.filter(failed -> !stop.isStopped()).orElse(null);
            kind.failedAt = clock.getAsLong();
            return failure;
        } finally {
            kind.listing.unlock();
        }
    }
}
