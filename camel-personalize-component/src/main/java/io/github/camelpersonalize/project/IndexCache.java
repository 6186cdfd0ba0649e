// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.cache.Caches;

/**
 * The indexes of projects, one for each credential: what one may list, another may not. A message may name its project, so that there may be any
 * number of them: one that was not used for long is dropped, and listed again when it is needed. Thread-safe.
 */
final class IndexCache {

    static final int MAX_INDEXES = 100;
    private static final Duration IDLE = Duration.ofHours(1);

    /** The share of the heap that all indexes may take. */
    private static final int SHARE = 4;

    private final long bytes;
    private final Cache<View, ProjectIndex> indexes = Caches.builder().maximumSize(MAX_INDEXES)
            .expireAfterAccess(IDLE).build();

    IndexCache() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /**
     * @param bytes that the definitions of all indexes may take, about; one alone may take more
     */
    IndexCache(long bytes) {
        this.bytes = bytes;
    }

    /**
     * A project as a credential shows it.
     *
     * @param credential equal for equal credentials
     */
    record View(ProjectId project, Dialect dialect, Object credential) {

        private boolean isOtherOf(View view) {
            return project.equals(view.project) && !equals(view);
        }
    }

    /** The index of a view, empty at first. */
    ProjectIndex get(View view) {
        return indexes.get(view, any -> new ProjectIndex(view.dialect()));
    }

    /** The index of a view, if an operation has needed one. */
    Optional<ProjectIndex> ifPresent(View view) {
        return Optional.ofNullable(indexes.getIfPresent(view));
    }

    /** Makes room for an index if it has grown: those go that were not used for longest. */
    void weigh(ProjectIndex index) {
        if (index.growth() > bytes / MAX_INDEXES) {
            index.weigh();
            makeRoom(index);
        }
    }

    private void makeRoom(ProjectIndex used) {
        long excess = indexes.asMap().values().stream().mapToLong(ProjectIndex::weight).sum() - bytes;
        for (Map.Entry<View, ProjectIndex> oldest : indexes.policy().expireAfterAccess().orElseThrow().oldest(MAX_INDEXES).entrySet()) {
            if (excess > 0 && oldest.getValue() != used) {
                excess -= oldest.getValue().weight();
                indexes.invalidate(oldest.getKey());
            }
        }
    }

    /** The indexes of the same project with other credentials. */
    List<ProjectIndex> others(View view) {
        List<ProjectIndex> others = new ArrayList<>();
        indexes.asMap().forEach((other, index) -> {
            if (other.isOtherOf(view)) {
                others.add(index);
            }
        });
        return others;
    }
}
