// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.project.DefinitionIndex;
import io.github.camelpersonalize.project.Project;

/** What a project held of some kinds when it was asked, at one time. */
final class ActualState {

    private final Map<Resource, DefinitionIndex> indexes = new EnumMap<>(Resource.class);

    private ActualState() {}

    /** Asks for a list of each of these kinds that was not asked for at this time ({@link System#nanoTime()}) or later. */
    static Fallible<ActualState> of(Project project, Collection<Resource> resources, long since) {
        ActualState holdings = new ActualState();
        for (Resource resource : resources) {
            Fallible<DefinitionIndex> known = project.index(resource, since);
            if (known.isFailure()) {
                return Fallible.failed(known.failure());
            }
            holdings.indexes.put(resource, DefinitionIndex.of(resource, known.value().all()));
        }
        return Fallible.of(holdings);
    }

    /** Whether it was asked for this kind. */
    boolean has(Resource resource) {
        return indexes.containsKey(resource);
    }

    List<JsonNode> all(Resource resource) {
        return indexes.containsKey(resource) ? indexes.get(resource).all() : List.of();
    }

    DefinitionIndex of(Resource resource) {
        return indexes.get(resource);
    }
}
