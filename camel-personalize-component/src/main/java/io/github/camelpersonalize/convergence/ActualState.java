// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Parts;
import io.github.camelpersonalize.lifecycle.Composition;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.project.DefinitionIndex;
import io.github.camelpersonalize.project.DefinitionVersions;
import io.github.camelpersonalize.project.Project;

/** The definitions of some kinds that a project has, as listed at one time. */
final class ActualState {

    private final Map<Resource, DefinitionIndex> indexes = new EnumMap<>(Resource.class);
    /** The versions of the definitions that matter, by uid. */
    private final Map<String, Versions> versions = new HashMap<>();

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

    /**
     * The same with the versions of definitions, where the service has some.
     *
     * @param matters of which definitions they are needed
     */
    Fallible<ActualState> withVersions(Project project, BiPredicate<Resource, JsonNode> matters) {
        ActualState state = new ActualState();
        state.indexes.putAll(indexes);
        for (Resource resource : indexes.keySet()) {
            for (JsonNode head : project.shape(resource).hasVersions() ? all(resource) : List.<JsonNode>of()) {
                String uid = head.path("uid").asText();
                if (matters.test(resource, head)) {
                    Fallible<Versions> known = new DefinitionVersions(project, resource, uid).since(project.startedAt());
                    if (known.isFailure()) {
                        return Fallible.failed(known.failure());
                    }
                    state.versions.put(uid, known.value());
                }
            }
        }
        return Fallible.of(state);
    }

    /** The versions of a definition, if they are known. */
    Optional<Versions> versions(JsonNode head) {
        return Optional.ofNullable(versions.get(head.path("uid").asText()));
    }

    /** A definition beside the desired one, with its version as far as something is asked of that. */
    Composition compare(Project project, Resource resource, JsonNode desired, JsonNode head) {
        return versions(head).filter(known -> Parts.hasVersion(desired, project.shape(resource)))
                .map(known -> new DefinitionVersions(project, resource, head.path("uid").asText()).compare(desired, head, known))
                .orElseGet(() -> Composition.of(head, project.compare(resource, desired, head)));
    }

    /** The definitions of a kind as people take them: each with the version that runs or has run, else with its draft. */
    List<JsonNode> current(Project project, Resource resource) {
        return all(resource).stream().map(head -> versions(head).flatMap(Versions::current)
                .<JsonNode>map(version -> Parts.composed(head, version, project.shape(resource))).orElse(head)).toList();
    }

    /** The definitions of a kind with a draft that differs from what runs. */
    List<JsonNode> withOtherDraft(Resource resource) {
        return all(resource).stream().filter(head -> versions(head).filter(Versions::hasOtherDraft).isPresent()).toList();
    }

    /** Whether this kind was listed. */
    boolean has(Resource resource) {
        return indexes.containsKey(resource);
    }

    List<JsonNode> all(Resource resource) {
        return indexes.containsKey(resource) ? indexes.get(resource).all() : List.of();
    }

    /** The definitions of a kind that was listed. */
    DefinitionIndex of(Resource resource) {
        return Objects.requireNonNull(indexes.get(resource), "this kind was not listed");
    }
}
