// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.manifest.ExportedManifest;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.manifest.UnusedDefinitions;
import io.github.camelpersonalize.manifest.UnusedDefinitions.Unused;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Referrers.Mention;

/**
 * Finds the attributes, events and audiences that nothing refers to. Where the service keeps versions, each version of each definition counts, archived
 * ones too: nobody but the service knows which of them it heeds.
 */
final class UnusedSearch {

    private static final List<Resource> USED = List.of(Resource.attributes, Resource.events, Resource.audiences);
    private static final List<Resource> USERS = List.of(Resource.audiences, Resource.experiences);

    private final Project project;
    private final ActualState state;

    /**
     * @param state all definitions of the project, with their versions
     */
    UnusedSearch(Project project, ActualState state) {
        this.project = project;
        this.state = state;
    }

    /**
     * What is found.
     *
     * @param export the project as a manifest
     */
    UnusedDefinitions result(ExportedManifest export) {
        List<JsonNode> versions = versions();
        return UnusedDefinitions.of(unused(versions), lookedAt(versions), export, foreign());
    }

    private List<JsonNode> versions() {
        return USERS.stream().flatMap(resource -> state.all(resource).stream())
                .flatMap(head -> state.versions(head).map(Versions::all).orElse(List.of()).stream()).toList();
    }

    private List<Unused> unused(List<JsonNode> versions) {
        List<JsonNode> users = new ArrayList<>(versions);
        USERS.forEach(resource -> users.addAll(state.all(resource)));
        List<Unused> unused = new ArrayList<>();
        for (Resource resource : USED) {
            unused(resource, users).filter(definition -> project.shape(resource).origin(definition).isEmpty())
                    .map(definition -> unused(resource, definition)).sorted().forEach(unused::add);
        }
        return unused;
    }

    /** The definitions of a kind that none of these mentions, apart from themselves. */
    @SuppressWarnings("ReferenceEquality") // Two definitions may be equal, in lists of a service that keeps keys twice.
    private Stream<JsonNode> unused(Resource resource, List<JsonNode> users) {
        List<JsonNode> all = state.all(resource);
        Mentions mentions = new Mentions(all.stream().map(definition -> Mention.of(project.dialect(), resource, definition)).toList());
        Set<Integer> used = new HashSet<>();
        users.forEach(user -> mentions.in(List.of(user)).stream().filter(i -> all.get(i) != user).forEach(used::add));
        return IntStream.range(0, all.size()).filter(i -> !used.contains(i)).mapToObj(all::get);
    }

    private static Unused unused(Resource resource, JsonNode definition) {
        String uid = definition.path("uid").asText();
        return new Unused(resource.kind(), NaturalKey.of(resource, definition).orElse(uid), uid);
    }

    private Map<String, Integer> lookedAt(List<JsonNode> versions) {
        Map<String, Integer> lookedAt = new LinkedHashMap<>();
        Manifest.RESOURCES.forEach(resource -> lookedAt.put(resource.name(), state.all(resource).size()));
        if (USERS.stream().anyMatch(resource -> project.shape(resource).hasVersions())) {
            lookedAt.put("versions", versions.size());
        }
        return lookedAt;
    }

    /** How many definitions an export lists that do not belong to the project. */
    private int foreign() {
        return (int) Manifest.RESOURCES.stream()
                .flatMap(resource -> state.all(resource).stream().filter(one -> isListed(project.shape(resource), one))).count();
    }

    private static boolean isListed(Shape shape, JsonNode definition) {
        return shape.origin(definition).isPresent() && !shape.isEverywhere(definition);
    }
}
