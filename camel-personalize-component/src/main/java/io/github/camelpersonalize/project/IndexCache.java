// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.camelpersonalize.api.ProjectId;

/**
 * The indexes of projects. A message may name its project, so that there may be any number of them: one that was not used for long is dropped, and
 * listed again when it is needed. Thread-safe.
 */
final class IndexCache {

    private static final int MAX_PROJECTS = 100;
    private static final Duration IDLE = Duration.ofHours(1);

    private final Cache<ProjectId, ProjectIndex> indexes = Caffeine.newBuilder().maximumSize(MAX_PROJECTS).expireAfterAccess(IDLE)
            .build();

    /** The index of a project, empty at first. */
    ProjectIndex get(ProjectId project) {
        return indexes.get(project, any -> new ProjectIndex());
    }

    /** The index of a project, if an operation has needed one. */
    Optional<ProjectIndex> ifPresent(ProjectId project) {
        return Optional.ofNullable(indexes.getIfPresent(project));
    }
}
