// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Resource;

/**
 * The steps of a plan that are shown below one heading.
 *
 * @param title the heading
 * @param steps the definitions, in the order of the plan
 * @param order the order of experiences, which is a group by itself
 */
record Group(String title, List<Step> steps, Optional<PriorityStep> order) {

    private static final List<Resource> KINDS = List.of(Resource.attributes, Resource.events, Resource.audiences, Resource.experiences);

    /** All groups that have something in them, in the order of execution: what is used before what uses it, deletions the other way round. */
    static List<Group> of(Plan plan) {
        List<Group> groups = new ArrayList<>();
        KINDS.forEach(kind -> groups.add(new Group(title(kind), steps(plan, kind, false), Optional.empty())));
        groups.add(new Group("Order of experiences", List.of(), plan.priority()));
        for (int i = KINDS.size() - 1; i >= 0; i--) {
            groups.add(new Group(title(KINDS.get(i)) + " to delete", steps(plan, KINDS.get(i), true), Optional.empty()));
        }
        return groups.stream().filter(group -> !group.steps.isEmpty() || group.order.isPresent()).toList();
    }

    /** How many of its steps have each action. */
    Map<Action, Integer> counts() {
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        Stream.concat(steps.stream().map(Step::action), order.stream().map(PriorityStep::action))
                .forEach(action -> counts.merge(action, 1, Integer::sum));
        return counts;
    }

    /** The steps that say something. */
    List<Step> told() {
        return steps.stream().filter(step -> step.action() != Action.UNCHANGED || !step.warnings().isEmpty()).toList();
    }

    /** The order of experiences, when it says something. */
    Optional<PriorityStep> toldOrder() {
        return order.filter(step -> step.action() != Action.UNCHANGED || !step.warnings().isEmpty());
    }

    private static List<Step> steps(Plan plan, Resource kind, boolean deletions) {
        return plan.steps().stream().filter(step -> step.resource() == kind && step.isDeletion() == deletions).toList();
    }

    private static String title(Resource kind) {
        return kind.name().substring(0, 1).toUpperCase(Locale.ROOT) + kind.name().substring(1);
    }
}
