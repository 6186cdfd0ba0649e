// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.converge.plan.Action;
import io.github.camelpersonalize.converge.plan.Step;

/** What has happened to a project since a plan was made: what others have changed is reported, and not overwritten. */
interface Drift {

    /** The plan was made a moment ago, of lists that are still good. */
    Drift NONE = step -> Optional.empty();

    /** What becomes of a step in view of what the project holds now, unless it can be carried out as planned. */
    Optional<Result> of(Step step);

    /** Compares what the plan saw with what the project holds. */
    static Drift since(Project project, Holdings holdings) {
        return step -> {
            List<JsonNode> matches = holdings.of(step.resource()).withKey(step.key());
            JsonNode held = step.uid() != null
                    ? holdings.of(step.resource()).withUid(step.uid()).orElse(null)
                    : holdings.of(step.resource()).onlyWithKey(step.key()).orElse(null);
            if (step.action() == Action.BLOCKED || matches.size() > 1) {
                return Optional.empty();
            }
            if (step.held() == null) {
                return held == null ? Optional.empty() : Optional.of(appeared(project, step, held));
            }
            if (held == null) {
                return Optional.of(step.action() == Action.DELETE
                        ? Writes.gone(Outcome.UNCHANGED, 0, step.uid(), step.key())
                        : conflict("it was deleted since the plan was made"));
            }
            return SameState.differences(step.held(), held).isEmpty()
                    ? Optional.empty()
                    : Optional.of(changed(project, step, held));
        };
    }

    private static Result appeared(Project project, Step step, JsonNode held) {
        return isAsWanted(project, step, held)
                ? Result.Done.unchanged(step.resource(), held, "created by others since the plan was made, as wanted")
                : conflict("it was created by others since the plan was made (uid " + held.path("uid").asText() + ")");
    }

    private static Result changed(Project project, Step step, JsonNode held) {
        return step.action() != Action.DELETE && isAsWanted(project, step, held)
                ? Result.Done.unchanged(step.resource(), held, "changed by others since the plan was made, as wanted")
                : conflict("it was changed since the plan was made, in " + String.join(", ", SameState.differences(step.held(), held)));
    }

    private static boolean isAsWanted(Project project, Step step, JsonNode held) {
        return new ReferencesByIndex(project, project.begun()).resolve(step.wanted())
                .then(wanted -> Difference.between(wanted, held, project.dialect()).isEmpty(), failed -> false);
    }

    /** What is to be updated was deleted before the update reached it. */
    static Result gone() {
        return new Result.Failed(Outcome.CONFLICT, Problem.rejected("DRIFT",
                "it is gone since the plan was made, and is not made anew: plan again, and look at it"));
    }

    private static Result conflict(String what) {
        return new Result.Failed(Outcome.CONFLICT,
                Problem.rejected("DRIFT", what + "; nothing was sent for it: make a new plan, and look at it"));
    }
}
