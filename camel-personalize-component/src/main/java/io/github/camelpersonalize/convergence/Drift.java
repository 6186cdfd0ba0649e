// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.SameState;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.ReferencesByIndex;

/** What has happened to a project since a plan was made: what others have changed is reported, and not overwritten. */
public interface Drift {

    /** The plan was made a moment ago, of lists that are still good. */
    Drift NONE = step -> Optional.empty();

    /** What becomes of a step in view of what the project holds now, unless it can be carried out as planned. */
    Optional<Result> of(Step step);

    /** Compares what the plan saw with what the project holds. */
    static Drift since(Project project, ActualState holdings) {
        return step -> {
            List<JsonNode> matches = holdings.of(step.resource()).withKey(step.key());
            JsonNode actual = step.uid() != null
                    ? holdings.of(step.resource()).withUid(step.uid()).orElse(null)
                    : holdings.of(step.resource()).onlyWithKey(step.key()).orElse(null);
            if (step.action() == Action.BLOCKED || matches.size() > 1) {
                return Optional.empty();
            }
            if (step.before() == null) {
                return actual == null ? Optional.empty() : Optional.of(appeared(project, step, actual));
            }
            if (actual == null) {
                return Optional.of(step.action() == Action.DELETE
                        ? Result.Success.gone(Outcome.UNCHANGED, 0, step.uid(), step.key())
                        : conflict("it was deleted since the plan was made"));
            }
            return SameState.differences(step.before(), actual).isEmpty()
                    ? Optional.empty()
                    : Optional.of(changed(project, step, actual));
        };
    }

    private static Result appeared(Project project, Step step, JsonNode actual) {
        return isAsWanted(project, step, actual)
                ? Result.Success.unchanged(step.resource(), actual, "created by others since the plan was made, as wanted")
                : conflict("it was created by others since the plan was made (uid " + actual.path("uid").asText() + ")");
    }

    private static Result changed(Project project, Step step, JsonNode actual) {
        return step.action() != Action.DELETE && isAsWanted(project, step, actual)
                ? Result.Success.unchanged(step.resource(), actual, "changed by others since the plan was made, as wanted")
                : conflict("it was changed since the plan was made, in " + String.join(", ", SameState.differences(step.before(), actual)));
    }

    private static boolean isAsWanted(Project project, Step step, JsonNode actual) {
        return new ReferencesByIndex(project, project.startedAt()).resolve(step.after())
                .fold(desired -> Difference.between(desired, actual, project.dialect()).isEmpty(), failed -> false);
    }

    /** What is to be updated was deleted before the update reached it. */
    static Result gone() {
        return new Result.Failure(Outcome.CONFLICT, Problem.rejected("DRIFT",
                "it is gone since the plan was made, and is not made anew: plan again, and look at it"));
    }

    private static Result conflict(String what) {
        return new Result.Failure(Outcome.CONFLICT,
                Problem.rejected("DRIFT", what + "; nothing was sent for it: make a new plan, and look at it"));
    }
}
