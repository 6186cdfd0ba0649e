// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Origin;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Referrers;

/**
 * Which definitions that no manifest contains are deleted: users before what they use. What is still used stays.
 *
 * @param prune which may be deleted at all
 * @param ledger which were created by this component
 */
record Pruning(Prune prune, Ledger ledger) {

    /** With fewer definitions, a list that lacks most of them may still be whole. */
    private static final int MIN_SAMPLE = 3;

    /** What is deleted, and warnings about what is not. */
    record Deletions(List<Step> steps, List<String> warnings) {}

    /** A definition that may be deleted. */
    private record Candidate(Resource resource, JsonNode actual) {

        Reference name() {
            return new Reference(resource, NaturalKey.of(resource, actual).orElse(uid()));
        }

        String uid() {
            return actual.path("uid").textValue();
        }

        Step step(Action action, String reason) {
            return new Step(action, resource, name().key(), uid(), List.of(), reason, List.of(), null, actual, null);
        }
    }

    /** Why a list cannot be trusted as far as deletions go: it lacks most of what was created here. */
    Optional<String> distrust(ActualState state) {
        return prune == Prune.none ? Optional.empty() : Manifest.RESOURCES.stream().filter(resource -> {
            long present = state.all(resource).stream().filter(actual -> ledger.owns(resource, actual, state)).count();
            return ledger.size(resource) >= MIN_SAMPLE && present * 2 < ledger.size(resource);
        }).findFirst().map(resource -> "the service lists fewer than half of the " + ledger.size(resource) + " " + resource
                + " that were created here by apply: its list may be incomplete, or this may be another project; look at the project, and apply"
                + " with prune=none once if it is right");
    }

    /**
     * What to delete.
     *
     * @param future the definitions of the manifest, as they will be
     */
    Deletions of(Project project, ActualState state, Map<Reference, JsonNode> future) {
        List<String> warnings = new ArrayList<>();
        Map<Reference, JsonNode> staying = new LinkedHashMap<>(future);
        List<Candidate> open = new ArrayList<>();
        List<Resource> resources = new ArrayList<>(Manifest.RESOURCES);
        Collections.reverse(resources);
        for (Resource resource : resources) {
            for (JsonNode actual : state.all(resource)) {
                Candidate candidate = new Candidate(resource, actual);
                if (future.containsKey(candidate.name())) {
                    continue;
                }
                if (!mayGo(candidate, state)) {
                    staying.put(candidate.name(), actual);
                } else if (project.dialect().call(resource, Operation.delete).isEmpty()) {
                    staying.put(candidate.name(), actual);
                    warnings.add(candidate.name() + " is not in the manifest and stays, because the service cannot delete " + resource);
                } else {
                    open.add(candidate);
                }
            }
        }
        return new Deletions(steps(open, staying), warnings);
    }

    private boolean mayGo(Candidate candidate, ActualState state) {
        return switch (prune) {
            case none -> false;
            case owned -> ledger.owns(candidate.resource(), candidate.actual(), state);
            case all -> Origin.elsewhere(candidate.resource(), candidate.actual()).isEmpty();
        };
    }

    /** Repeatedly takes those that nobody uses any more, until only used ones are left. */
    private List<Step> steps(List<Candidate> open, Map<Reference, JsonNode> staying) {
        List<Step> steps = new ArrayList<>();
        List<Candidate> left = new ArrayList<>(open);
        boolean hasMore = true;
        while (hasMore) {
            List<Candidate> free = left.stream().filter(candidate -> users(candidate, staying, left).isEmpty()).toList();
            free.forEach(candidate -> steps.add(candidate.step(Action.DELETE, reason())));
            hasMore = !free.isEmpty();
            left.removeAll(free);
        }
        left.forEach(candidate -> steps.add(candidate.step(Action.BLOCKED, "not deleted, because it is used by "
                + String.join(", ", users(candidate, staying, left).stream().map(Reference::toString).toList()))));
        return steps;
    }

    private static List<Reference> users(Candidate candidate, Map<Reference, JsonNode> staying, List<Candidate> left) {
        List<Reference> users = new ArrayList<>();
        staying.forEach((name, user) -> {
            if (!name.equals(candidate.name()) && Referrers.refers(user, candidate.resource(), candidate.actual())) {
                users.add(name);
            }
        });
        left.stream().filter(other -> other != candidate && Referrers.refers(other.actual(), candidate.resource(), candidate.actual()))
                .forEach(other -> users.add(other.name()));
        return users;
    }

    private String reason() {
        return prune == Prune.owned
                ? "created here, and no longer in the manifest (prune=owned)"
                : "not in the manifest (prune=all)";
    }
}
