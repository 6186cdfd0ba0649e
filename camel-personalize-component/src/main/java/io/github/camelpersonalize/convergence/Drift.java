// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.SameState;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.DefinitionIndex;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.ReferencesByIndex;

/** What has changed in a project since a plan was made. What others have changed is reported, and not overwritten. */
interface Drift {

    /** The plan was made a moment ago, with lists that are still current. */
    Drift NONE = step -> Optional.empty();

    /** The result of a step that cannot be executed as planned, because the project has changed. */
    Optional<Result> check(Step step);

    /** Compares the state that the plan was made of with the actual one. */
    static Drift since(Project project, ActualState state) {
        return step -> check(project, state.of(step.resource()), step);
    }

    private static Optional<Result> check(Project project, DefinitionIndex index, Step step) {
        if (step.action() == Action.BLOCKED || index.withKey(step.key()).size() > 1) {
            return Optional.empty();
        }
        Optional<JsonNode> actual = step.uid() == null ? index.onlyWithKey(step.key()) : index.withUid(step.uid());
        if (step.before() == null) {
            return actual.map(definition -> appeared(project, step, definition));
        }
        if (actual.isEmpty()) {
            return Optional.of(deleted(step));
        }
        if (SameState.differences(step.before(), actual.get()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(changed(project, step, actual.get()));
    }

    private static Result deleted(Step step) {
        return step.action() == Action.DELETE
                ? Result.Success.gone(Outcome.UNCHANGED, 0, step.uid(), step.key())
                : conflict("it was deleted since the plan was made");
    }

    private static Result appeared(Project project, Step step, JsonNode actual) {
        return matches(project, step, actual)
                ? Result.Success.unchanged(step.resource(), actual, "created by others since the plan was made, and matches")
                : conflict("it was created by others since the plan was made (uid " + actual.path("uid").asText() + ")");
    }

    private static Result changed(Project project, Step step, JsonNode actual) {
        return step.action() != Action.DELETE && matches(project, step, actual)
                ? Result.Success.unchanged(step.resource(), actual, "changed by others since the plan was made, and matches")
                : conflict("it was changed since the plan was made, in " + String.join(", ", SameState.differences(step.before(), actual)));
    }

    private static boolean matches(Project project, Step step, JsonNode actual) {
        return new ReferencesByIndex(project, project.startedAt()).resolve(step.after())
                .fold(desired -> project.compare(step.resource(), desired, actual).isEmpty(), failed -> false);
    }

    /** What is to be updated was deleted before the update. */
    static Result gone() {
        return new Result.Failure(Outcome.CONFLICT, Problem.rejected("DRIFT",
                "it was deleted since the plan was made, and is not created again: make a new plan, and look at it"));
    }

    private static Result conflict(String what) {
        return new Result.Failure(Outcome.CONFLICT,
                Problem.rejected("DRIFT", what + "; nothing was sent for it: make a new plan, and look at it"));
    }
}
