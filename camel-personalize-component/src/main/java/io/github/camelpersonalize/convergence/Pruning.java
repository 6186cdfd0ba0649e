// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.Referrers;

/**
 * Which definitions that no manifest contains are deleted: users before what they use. What is still used stays, and so does what the manifest names
 * anywhere.
 *
 * @param ledger which were created by this component
 */
record Pruning(Dialect dialect, PrunePolicy policy, Ledger ledger) {

    /** With fewer definitions, a list that lacks most of them may still be whole. */
    private static final int MIN_SAMPLE = 3;

    /** What is deleted, and warnings about what is not. */
    record Deletions(List<Step> steps, List<String> warnings) {}

    /**
     * Something that uses definitions.
     *
     * @param texts all that it has and will have
     */
    record User(String name, List<JsonNode> texts) {}

    /** A definition that may be deleted. */
    private record Candidate(Resource resource, JsonNode actual, Referrers.Mention mention, List<JsonNode> texts) {

        static Candidate of(Dialect dialect, Resource resource, JsonNode actual, ActualState state) {
            List<JsonNode> texts = new ArrayList<>(List.of(actual));
            state.versions(actual).map(Versions::counting).ifPresent(texts::addAll);
            return new Candidate(resource, actual, Referrers.Mention.of(dialect, resource, actual), texts);
        }

        Reference name() {
            return new Reference(resource, NaturalKey.of(resource, actual).orElse(uid()));
        }

        String uid() {
            return actual.path("uid").textValue();
        }

        User user() {
            return new User(name().toString(), texts);
        }

        Step step(Action action, String reason) {
            return new Step(action, resource, name().key(), uid(), List.of(), reason, List.of(), null, actual, null);
        }
    }

    /** Why a list cannot be trusted as far as deletions go: it lacks most of what was created here. */
    Optional<String> distrust(ActualState state) {
        return policy.prune() == Prune.none ? Optional.empty() : Manifest.RESOURCES.stream().filter(state::has).filter(resource -> {
            long present = state.all(resource).stream().filter(actual -> ledger.knows(resource, actual, state)).count();
            return ledger.size(resource) >= MIN_SAMPLE && present * 2 < ledger.size(resource);
        }).findFirst().map(resource -> "the service lists fewer than half of the " + ledger.size(resource) + " " + resource
                + " that were created here by apply: its list may be incomplete, or this may be another project; look at the project, and apply"
                + " with prune=none once if it is right");
    }

    /**
     * What to delete.
     *
     * @param steps the steps of the definitions that the manifest contains
     * @param named what the manifest names: its definitions and its order of priority
     */
    Deletions of(ActualState state, Map<Reference, Step> steps, List<User> named) {
        List<String> warnings = new ArrayList<>();
        List<User> staying = new ArrayList<>(named);
        List<Candidate> open = new ArrayList<>();
        for (Candidate candidate : candidates(state)) {
            Step desired = steps.get(candidate.name());
            if (desired != null) {
                staying.addAll(twin(candidate, desired));
            } else if (violation(candidate.resource(), candidate.actual(), state).isPresent()) {
                staying.add(candidate.user());
            } else if (dialect.call(candidate.resource(), Operation.delete).isEmpty()) {
                staying.add(candidate.user());
                warnings.add(candidate.name() + " is not in the manifest and stays, because the service cannot delete "
                        + candidate.resource());
            } else {
                open.add(candidate);
            }
        }
        return new Deletions(steps(open, staying), warnings);
    }

    /** A definition whose name the manifest has: where several bear it, it is in no step, and stays as it is. */
    private static List<User> twin(Candidate candidate, Step desired) {
        return desired.before() == null ? List.of(candidate.user()) : List.of();
    }

    private List<Candidate> candidates(ActualState state) {
        List<Resource> resources = new ArrayList<>(Manifest.RESOURCES);
        Collections.reverse(resources);
        return resources.stream()
                .flatMap(resource -> state.all(resource).stream().map(actual -> Candidate.of(dialect, resource, actual, state)))
                .toList();
    }

    /** Why this endpoint may not delete a definition, whatever a plan says, if so. */
    Optional<String> violation(Resource resource, JsonNode actual, ActualState state) {
        return switch (policy.prune()) {
            case none -> Optional.of("prune=none allows no deletion");
            case owned -> ledger.owns(resource, actual, state)
                    ? Optional.empty()
                    : Optional.of("no apply of the owner \"" + policy.owner() + "\" has created it (prune=owned)");
            case all -> dialect.shape(resource).origin(actual).map(origin -> "it is not the project's own: " + origin);
        };
    }

    /** First those that nobody uses, then those that only the first have used, and so on, until only used ones are left. */
    private List<Step> steps(List<Candidate> open, List<User> staying) {
        Uses uses = new Uses(open.stream().map(Candidate::mention).toList(), staying, open.stream().map(Candidate::user).toList());
        List<Step> steps = new ArrayList<>();
        uses.free().forEach(position -> steps.add(open.get(position).step(Action.DELETE, reason())));
        uses.kept().forEach((position, users) -> steps.add(open.get(position).step(Action.BLOCKED, "not deleted, because it is used by "
                + String.join(", ", users))));
        return steps;
    }

    private String reason() {
        return policy.prune() == Prune.owned
                ? "created here, and no longer in the manifest (prune=owned)"
                : "not in the manifest (prune=all)";
    }

    /** The deletions, blocked where a step before them is. */
    List<Step> heldBack(List<Step> deletions, Optional<String> blocked) {
        if (policy.whenBlocked() || blocked.isEmpty()) {
            return deletions;
        }
        return deletions.stream().map(step -> heldBack(step, blocked.get())).toList();
    }

    private static Step heldBack(Step step, String blocked) {
        return step.action() == Action.DELETE
                ? new Step(Action.BLOCKED, step.resource(), step.key(), step.uid(), List.of(), behind(blocked + " is blocked"),
                        step.warnings(), null, step.before(), null)
                : step;
    }

    /** The reason of a deletion that another step holds back. */
    static String behind(String what) {
        return "not deleted, because " + what + " (pruneWhenBlocked=false)";
    }
}
