// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;

/** What a project held of some kinds when it was asked, at one time. */
final class Holdings {

    private final Map<Resource, KindIndex> indexes = new EnumMap<>(Resource.class);
    private final Optional<Result.Failed> failure;

    private Holdings(Project project, Collection<Resource> resources, long since) {
        Result.Failed failed = null;
        for (Resource resource : resources) {
            Project.Known known = project.known(resource, since);
            failed = failed == null ? known.failure() : failed;
            if (known.failure() == null) {
                indexes.put(resource, KindIndex.of(resource, known.index().all()));
            } else {
                break;
            }
        }
        this.failure = Optional.ofNullable(failed);
    }

    /** Asks for a list of each of these kinds that was not asked for at this time ({@link System#nanoTime()}) or later. */
    static Holdings of(Project project, Collection<Resource> resources, long since) {
        return new Holdings(project, resources, since);
    }

    /** Why not all lists are there. */
    Optional<Result.Failed> failure() {
        return failure;
    }

    /** Whether it was asked for this kind. */
    boolean has(Resource resource) {
        return indexes.containsKey(resource);
    }

    List<JsonNode> all(Resource resource) {
        return indexes.containsKey(resource) ? indexes.get(resource).all() : List.of();
    }

    KindIndex of(Resource resource) {
        return indexes.get(resource);
    }
}
