// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.net.URI;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The indexes of all projects that a component works with. A message may name its project, so that there may be any number of them: those not
 * used for long are forgotten, and listed again when they are used. Thread-safe.
 */
public final class ProjectIndexes {

    private static final int MAX_PROJECTS = 100;
    private static final Duration IDLE = Duration.ofHours(1);

    private final Cache<Place, ProjectIndex> indexes = Caffeine.newBuilder().maximumSize(MAX_PROJECTS).expireAfterAccess(IDLE).build();

    private record Place(URI baseUrl, String projectUid) {}

    /** The index of one project, empty at first. */
    public ProjectIndex of(URI baseUrl, String projectUid) {
        return indexes.get(new Place(baseUrl, projectUid), place -> new ProjectIndex());
    }
}
