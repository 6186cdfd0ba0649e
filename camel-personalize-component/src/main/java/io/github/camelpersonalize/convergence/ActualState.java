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

/** The definitions of some kinds that a project has, as listed at one time. */
final class ActualState {

    private final Map<Resource, DefinitionIndex> indexes = new EnumMap<>(Resource.class);

    private ActualState() {}

    /** Requests a list of each kind that was not requested at this time ({@link System#nanoTime()}) or later. */
    static Fallible<ActualState> of(Project project, Collection<Resource> resources, long since) {
        ActualState state = new ActualState();
        for (Resource resource : resources) {
            Fallible<DefinitionIndex> index = project.index(resource, since);
            if (index.isFailure()) {
                return Fallible.failed(index.failure());
            }
            state.indexes.put(resource, DefinitionIndex.of(project.dialect(), resource, index.value().all()));
        }
        return Fallible.of(state);
    }

    /** Whether this kind was listed. */
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
