// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.camelpersonalize.api.NaturalKey;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.converge.manifest.Order;
import io.github.camelpersonalize.converge.manifest.Reference;
import io.github.camelpersonalize.converge.plan.Action;
import io.github.camelpersonalize.converge.plan.OrderStep;
import io.github.camelpersonalize.converge.plan.Step;

/**
 * Compares the order of experiences that a manifest wants with the present one. The service wants all experiences in an order: those that the
 * manifest leaves out follow after those that it names, as they do now.
 */
final class PriorityPlan {

    private PriorityPlan() {}

    /**
     * @param held the uids of the present order, without those of experiences that will be deleted
     * @param steps what becomes of the definitions of the manifest
     */
    static OrderStep of(Order order, List<String> held, Map<Reference, Step> steps, Holdings holdings) {
        List<String> wanted = new ArrayList<>();
        order.experiences().forEach(experience -> wanted.add(experience.asText()));
        Map<String, String> names = new HashMap<>();
        holdings.all(Resource.experiences).forEach(experience -> NaturalKey.of(Resource.experiences, experience)
                .ifPresent(name -> names.put(experience.path("uid").textValue(), name)));
        String place = order.position().toString().isEmpty() ? null : order.position().toString();
        Optional<String> objection = wanted.stream().map(text -> objection(text, steps, holdings, names)).flatMap(Optional::stream)
                .findFirst();
        if (objection.isPresent()) {
            return new OrderStep(Action.BLOCKED, wanted, held, names, objection.get(), List.of(), place);
        }
        List<String> uids = uids(wanted, text -> uid(text, holdings).orElse(text), held);
        List<String> others = held.stream().filter(uid -> !isNamed(uid, wanted, holdings))
                .map(uid -> "\"" + names.getOrDefault(uid, uid) + "\"")
                .toList();
        List<String> warnings = others.isEmpty()
                ? List.of()
                : List.of("the manifest does not name " + String.join(", ", others) + ": they follow after those that it names");
        return new OrderStep(uids.equals(held) ? Action.UNCHANGED : Action.UPDATE, wanted, held, names, null, warnings, place);
    }

    /** All uids in their order: those that are named, then the others as they are ordered now. */
    static List<String> uids(List<String> wanted, UnaryOperator<String> uid, List<String> held) {
        List<String> uids = new ArrayList<>(wanted.stream().map(uid).distinct().toList());
        held.stream().filter(other -> !uids.contains(other)).forEach(uids::add);
        return uids;
    }

    private static boolean isNamed(String uid, List<String> wanted, Holdings holdings) {
        return wanted.stream().anyMatch(text -> text.equals(uid) || uid(text, holdings).filter(uid::equals).isPresent());
    }

    private static Optional<String> objection(String text, Map<Reference, Step> steps, Holdings holdings, Map<String, String> names) {
        Optional<Reference> reference = Reference.parse(text);
        if (reference.isEmpty()) {
            return names.containsKey(text) ? Optional.empty() : Optional.of("names the experience " + text + ", which does not exist");
        }
        Step step = steps.get(reference.get());
        if (step != null && step.action() == Action.BLOCKED) {
            return Optional.of("names " + reference.get() + ", which is blocked");
        }
        return step != null || uid(text, holdings).isPresent()
                ? Optional.empty()
                : Optional.of("names " + reference.get() + ", which does not exist");
    }

    private static Optional<String> uid(String text, Holdings holdings) {
        return Reference.parse(text).flatMap(reference -> holdings.of(Resource.experiences).uidOf(reference.key()));
    }
}
