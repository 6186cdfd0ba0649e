// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.manifest.DesiredPriority;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.plan.Step;
import org.jspecify.annotations.Nullable;

/**
 * Compares the priority of a manifest with the actual one. The service wants all experiences in it: those that the manifest leaves out follow after
 * those that it names, in their actual order.
 */
final class PriorityPlan {

    private final DesiredPriority order;
    private final List<String> desired;
    private final Map<Reference, Step> steps;
    private final ActualState state;
    private final Map<String, String> names = new HashMap<>();

    /**
     * @param steps what becomes of the definitions of the manifest
     */
    PriorityPlan(DesiredPriority order, Map<Reference, Step> steps, ActualState state) {
        this.order = order;
        this.desired = texts(order);
        this.steps = steps;
        this.state = state;
        state.all(Resource.experiences).forEach(experience -> NaturalKey.of(Resource.experiences, experience)
                .ifPresent(name -> names.put(experience.path("uid").textValue(), name)));
    }

    private static List<String> texts(DesiredPriority order) {
        List<String> texts = new ArrayList<>();
        order.experiences().forEach(experience -> texts.add(experience.asText()));
        return List.copyOf(texts);
    }

    /**
     * The step.
     *
     * @param actual the uids of the actual priority
     * @param deletions what the plan does with definitions that the manifest does not contain
     */
    PriorityStep step(List<String> actual, List<Step> deletions) {
        Set<String> gone = deletions.stream().filter(step -> step.action() == Action.DELETE).map(Step::uid).collect(Collectors.toSet());
        List<String> before = actual.stream().filter(uid -> !gone.contains(uid)).toList();
        Optional<String> violation = violation();
        if (violation.isPresent()) {
            return step(Action.BLOCKED, before, violation.get(), List.of());
        }
        List<String> then = Stream.concat(before.stream(), created()).toList();
        Action action = uids(desired, text -> uid(text).orElse(text), then).equals(then) ? Action.UNCHANGED : Action.UPDATE;
        Set<String> named = named();
        List<String> others = then.stream().filter(experience -> !named.contains(experience)).map(this::name).toList();
        return step(action, before, null, others.isEmpty()
                ? List.of()
                : List.of("the manifest does not name " + String.join(", ", others) + ": they follow after those that it names"));
    }

    private PriorityStep step(Action action, List<String> before, @Nullable String reason, List<String> warnings) {
        String source = order.position().toString().isEmpty() ? null : order.position().toString();
        return new PriorityStep(action, desired, before, names, reason, warnings, source);
    }

    /** The service puts what is created at the end. */
    private Stream<String> created() {
        return steps.entrySet().stream()
                .filter(step -> step.getKey().resource() == Resource.experiences && step.getValue().action() == Action.CREATE)
                .map(step -> step.getKey().text());
    }

    /** All uids in their order: those that are named, then the others in their actual order. */
    static List<String> uids(List<String> desired, UnaryOperator<String> uid, List<String> actual) {
        Set<String> uids = new LinkedHashSet<>(desired.stream().map(uid).toList());
        uids.addAll(actual);
        return List.copyOf(uids);
    }

    /** How the actual order may have what is desired: as it is written, and by uid. */
    private Set<String> named() {
        return desired.stream().flatMap(text -> Stream.concat(Stream.of(text), uid(text).stream())).collect(Collectors.toSet());
    }

    private String name(String experience) {
        return "\"" + Reference.parse(experience).map(Reference::key).orElseGet(() -> names.getOrDefault(experience, experience)) + "\"";
    }

    /** Why the order cannot be written, if so. */
    private Optional<String> violation() {
        return desired.stream().map(this::violation).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> violation(String text) {
        Optional<Reference> reference = Reference.parse(text);
        if (reference.isEmpty()) {
            return names.containsKey(text) ? Optional.empty() : Optional.of("names the experience " + text + ", which does not exist");
        }
        Step step = steps.get(reference.get());
        if (step != null && step.action() == Action.BLOCKED) {
            return Optional.of("names " + reference.get() + ", which is blocked");
        }
        return step != null || uid(text).isPresent()
                ? Optional.empty()
                : Optional.of("names " + reference.get() + ", which does not exist");
    }

    private Optional<String> uid(String text) {
        return Reference.parse(text).flatMap(reference -> state.of(Resource.experiences).uidOf(reference.key()));
    }
}
