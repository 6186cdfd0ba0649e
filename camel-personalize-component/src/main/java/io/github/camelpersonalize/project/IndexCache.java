// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The indexes of all projects that a component works with. A message may name its project, so that there may be any number of them: those not
 * used for long are forgotten, and listed again when they are used. Thread-safe.
 */
public final class IndexCache {

    private static final int MAX_PROJECTS = 100;
    private static final Duration IDLE = Duration.ofHours(1);

    private final Cache<Place, ProjectIndex> indexes = Caffeine.newBuilder().maximumSize(MAX_PROJECTS).expireAfterAccess(IDLE).build();

    private record Place(URI baseUrl, String projectUid) {}

    /** The index of one project. There is none until somebody wants to know what the project holds. */
    public OfProject of(URI baseUrl, String projectUid) {
        return new OfProject(new Place(baseUrl, projectUid));
    }

    /** The index of one project. */
    public final class OfProject {

        private final Place place;

        private OfProject(Place place) {
            this.place = place;
        }

        /** The index, empty at first. */
        ProjectIndex get() {
            return indexes.get(place, any -> new ProjectIndex());
        }

        /** The index, if anybody has wanted one. */
        Optional<ProjectIndex> ifPresent() {
            return Optional.ofNullable(indexes.getIfPresent(place));
        }
    }
}
