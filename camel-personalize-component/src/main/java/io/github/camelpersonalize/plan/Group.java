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
 * @param priority the order of experiences, which is a group by itself
 */
record Group(String title, List<Step> steps, Optional<PriorityStep> priority) {

    private static final List<Resource> KINDS = List.of(Resource.attributes, Resource.events, Resource.audiences, Resource.experiences);

    /** All groups with steps. What is to be deleted comes first, so that nobody misses it; then definitions before those that refer to them. */
    static List<Group> of(Plan plan) {
        List<Group> groups = new ArrayList<>();
        for (int i = KINDS.size() - 1; i >= 0; i--) {
            groups.add(new Group(title(KINDS.get(i)) + " to delete", steps(plan, KINDS.get(i), true), Optional.empty()));
        }
        KINDS.forEach(kind -> groups.add(new Group(title(kind), steps(plan, kind, false), Optional.empty())));
        groups.add(new Group("Order of experiences", List.of(), plan.priority()));
        return groups.stream().filter(group -> !group.steps.isEmpty() || group.priority.isPresent()).toList();
    }

    /** The number of its steps for each action. */
    Map<Action, Integer> counts() {
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        Stream.concat(steps.stream().map(Step::action), priority.stream().map(PriorityStep::action))
                .forEach(action -> counts.merge(action, 1, Integer::sum));
        return counts;
    }

    /** The steps to show: those that are not unchanged, or have warnings. */
    List<Step> shown() {
        return steps.stream().filter(step -> isShown(step.action(), step.warnings())).toList();
    }

    /** The steps that only count: unchanged, without warnings. */
    List<Step> quiet() {
        return steps.stream().filter(step -> !isShown(step.action(), step.warnings())).toList();
    }

    /** The order of experiences, if it is to be shown. */
    Optional<PriorityStep> shownPriority() {
        return priority.filter(step -> isShown(step.action(), step.warnings()));
    }

    /** Whether there is nothing to show. */
    boolean isQuiet() {
        return shown().isEmpty() && shownPriority().isEmpty();
    }

    private static boolean isShown(Action action, List<String> warnings) {
        return action != Action.UNCHANGED || !warnings.isEmpty();
    }

    private static List<Step> steps(Plan plan, Resource kind, boolean deletions) {
        return plan.steps().stream().filter(step -> step.resource() == kind && step.isDeletion() == deletions).toList();
    }

    private static String title(Resource kind) {
        return kind.name().substring(0, 1).toUpperCase(Locale.ROOT) + kind.name().substring(1);
    }
}
