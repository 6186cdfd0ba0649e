// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.manifest.DesiredPriority;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.plan.Step;

/**
 * Compares the priority of a manifest with the actual one. The service wants all experiences in it: those that the manifest leaves out follow after
 * those that it names, in their actual order.
 */
final class PriorityPlan {

    private PriorityPlan() {}

    /**
     * @param actual the uids of the actual priority, without those of experiences that will be deleted
     * @param steps what becomes of the definitions of the manifest
     */
    static PriorityStep of(DesiredPriority order, List<String> actual, Map<Reference, Step> steps, ActualState state) {
        List<String> desired = new ArrayList<>();
        order.experiences().forEach(experience -> desired.add(experience.asText()));
        Map<String, String> names = new HashMap<>();
        state.all(Resource.experiences).forEach(experience -> NaturalKey.of(Resource.experiences, experience)
                .ifPresent(name -> names.put(experience.path("uid").textValue(), name)));
        String source = order.position().toString().isEmpty() ? null : order.position().toString();
        Optional<String> violation = desired.stream().map(text -> violation(text, steps, state, names)).flatMap(Optional::stream)
                .findFirst();
        if (violation.isPresent()) {
            return new PriorityStep(Action.BLOCKED, desired, actual, names, violation.get(), List.of(), source);
        }
        List<String> uids = uids(desired, text -> uid(text, state).orElse(text), actual);
        List<String> others = actual.stream().filter(uid -> !isNamed(uid, desired, state))
                .map(uid -> "\"" + names.getOrDefault(uid, uid) + "\"")
                .toList();
        List<String> warnings = others.isEmpty()
                ? List.of()
                : List.of("the manifest does not name " + String.join(", ", others) + ": they follow after those that it names");
        return new PriorityStep(uids.equals(actual) ? Action.UNCHANGED : Action.UPDATE, desired, actual, names, null, warnings, source);
    }

    /** All uids in their order: those that are named, then the others in their actual order. */
    static List<String> uids(List<String> desired, UnaryOperator<String> uid, List<String> actual) {
        List<String> uids = new ArrayList<>(desired.stream().map(uid).distinct().toList());
        actual.stream().filter(other -> !uids.contains(other)).forEach(uids::add);
        return uids;
    }

    private static boolean isNamed(String uid, List<String> desired, ActualState state) {
        return desired.stream().anyMatch(text -> text.equals(uid) || uid(text, state).filter(uid::equals).isPresent());
    }

    private static Optional<String> violation(String text, Map<Reference, Step> steps, ActualState state, Map<String, String> names) {
        Optional<Reference> reference = Reference.parse(text);
        if (reference.isEmpty()) {
            return names.containsKey(text) ? Optional.empty() : Optional.of("names the experience " + text + ", which does not exist");
        }
        Step step = steps.get(reference.get());
        if (step != null && step.action() == Action.BLOCKED) {
            return Optional.of("names " + reference.get() + ", which is blocked");
        }
        return step != null || uid(text, state).isPresent()
                ? Optional.empty()
                : Optional.of("names " + reference.get() + ", which does not exist");
    }

    private static Optional<String> uid(String text, ActualState state) {
        return Reference.parse(text).flatMap(reference -> state.of(Resource.experiences).uidOf(reference.key()));
    }
}
