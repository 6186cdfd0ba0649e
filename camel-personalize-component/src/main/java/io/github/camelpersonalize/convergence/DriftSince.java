// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.SameState;
import io.github.camelpersonalize.lifecycle.Composition;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.Bodies;
import io.github.camelpersonalize.project.DefinitionIndex;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.ReferencesByIndex;

/**
 * Compares the state that a plan was made of with the actual one. A definition with a uid is compared with the one of that uid, whatever bears its
 * name now.
 *
 * @param order the uids of the actual priority, if the plan is about it
 */
record DriftSince(Project project, Plan plan, ActualState state, List<String> order) implements Drift {

    private static final String MATCHES = "changed by others since the plan was made, and matches";

    @Override
    public Optional<Result> check(Step step) {
        DefinitionIndex index = state.of(step.resource());
        if (step.action() == Action.BLOCKED) {
            return Optional.empty();
        }
        if (step.before() == null) {
            return index.onlyWithKey(step.key()).filter(definition -> !isHalfMade(step, definition))
                    .map(definition -> appeared(step, definition));
        }
        Optional<JsonNode> actual = index.withUid(step.uid());
        if (actual.isEmpty()) {
            return Optional.of(deleted(step));
        }
        JsonNode now = now(step, actual.get());
        List<String> differences = SameState.differences(own(step, step.before(), now), own(step, now, step.before()));
        return differences.isEmpty() ? Optional.empty() : changed(step, now, differences);
    }

    /** Whether a definition is what a run that ended early leaves: nothing is in its draft yet, or its draft is as desired and not active yet. */
    private boolean isHalfMade(Step step, JsonNode head) {
        return desired(step).map(desired -> state.compare(project, step.resource(), desired, head))
                .filter(composition -> composition.isUntouched() || isOnlyToBeActivated(step, composition)).isPresent();
    }

    private boolean isOnlyToBeActivated(Step step, Composition composition) {
        return project.shape(step.resource()).versioning()
                .filter(versioning -> versioning.status(composition.actual()).equals(versioning.draft())
                        && composition.comparison().differences().equals(List.of("/" + versioning.status())))
                .isPresent();
    }

    /** With the version that is compared, as the plan has it. */
    private JsonNode now(Step step, JsonNode head) {
        return step.after() == null
                ? head
                : desired(step).map(desired -> state.compare(project, step.resource(), desired, head).actual())
                        .orElse(head);
    }

    private Optional<JsonNode> desired(Step step) {
        return new ReferencesByIndex(project, project.startedAt()).resolve(step.after()).fold(Optional::of, failed -> Optional.empty());
    }

    /** Where a service has versions, members that only it sets change by themselves, or with other definitions. */
    private JsonNode own(Step step, JsonNode definition, JsonNode other) {
        if (!project.shape(step.resource()).hasVersions()) {
            return definition;
        }
        JsonNode own = new Bodies(project).writable(step.resource(), definition);
        return step.after() == null ? listed(step, own, other) : own;
    }

    /** A list does not have all members of a version. What was written a moment before has them. */
    private JsonNode listed(Step step, JsonNode own, JsonNode other) {
        ObjectNode listed = own.deepCopy();
        return listed.remove(project.shape(step.resource()).versionMembers().stream().filter(member -> !other.has(member)).toList());
    }

    private static Result deleted(Step step) {
        return step.action() == Action.DELETE
                ? Result.Success.gone(Outcome.UNCHANGED, 0, step.uid(), step.key())
                : conflict("it was deleted since the plan was made");
    }

    private Result appeared(Step step, JsonNode actual) {
        return matches(step, actual)
                ? Result.Success.unchanged(step.resource(), actual, "created by others since the plan was made, and matches")
                : conflict("it was created by others since the plan was made (uid " + actual.path("uid").asText() + ")");
    }

    private Optional<Result> changed(Step step, JsonNode actual, List<String> differences) {
        if (step.action() != Action.DELETE && matches(step, actual)) {
            return Optional.of(Result.Success.unchanged(step.resource(), actual, MATCHES));
        }
        return isBegun(step, actual, differences)
                ? Optional.empty()
                : Optional.of(conflict("it was changed since the plan was made, in " + String.join(", ", differences)));
    }

    /** Whether each member that has changed is as the plan wants it: a definition that takes several calls may have got so far in an earlier run. */
    private boolean isBegun(Step step, JsonNode actual, List<String> differences) {
        return step.action() == Action.UPDATE && project.shape(step.resource()).hasVersions() && desired(step)
                .filter(desired -> differences.stream().allMatch(pointer -> isAsDesired(step, pointer, desired, actual))).isPresent();
    }

    private boolean isAsDesired(Step step, String pointer, JsonNode desired, JsonNode actual) {
        return !desired.at(pointer).isMissingNode()
                && Difference.between(desired.at(pointer), actual.at(pointer), project.shape(step.resource())).isEmpty();
    }

    private boolean matches(Step step, JsonNode actual) {
        return state.of(step.resource()).withUid(actual.path("uid").asText())
                .flatMap(head -> desired(step).map(desired -> state.compare(project, step.resource(), desired, head)))
                .filter(composition -> composition.conflict().isEmpty() && composition.comparison().isEmpty()).isPresent();
    }

    /** What the plan itself creates and deletes does not count: an earlier run may have got so far. */
    @Override
    public Optional<Result> check(PriorityStep step) {
        if (step.action() == Action.BLOCKED) {
            return Optional.empty();
        }
        Set<String> own = own();
        if (order.stream().filter(uid -> !own.contains(uid)).toList().equals(step.before())) {
            return Optional.empty();
        }
        List<String> desired = PriorityPlan.uids(step.after(), text -> uid(text).orElse(text), order);
        return Optional.of(desired.equals(order)
                ? new Result.Success(Outcome.UNCHANGED, 0, MissingNode.getInstance(), null, null, MATCHES)
                : conflict("it was changed since the plan was made"));
    }

    private Set<String> own() {
        Set<String> own = new HashSet<>();
        plan.steps().stream().filter(step -> step.resource() == Resource.experiences).forEach(step -> {
            if (step.action() == Action.DELETE) {
                own.add(step.uid());
            } else if (step.action() == Action.CREATE) {
                uid(new Reference(step.resource(), step.key()).text()).ifPresent(own::add);
            }
        });
        return own;
    }

    private Optional<String> uid(String text) {
        return Reference.parse(text).flatMap(reference -> state.of(Resource.experiences).uidOf(reference.key()));
    }

    private static Result conflict(String what) {
        return new Result.Failure(Outcome.CONFLICT,
                Problem.rejected("DRIFT", what + "; nothing was sent for it: make a new plan, and look at it"));
    }
}
