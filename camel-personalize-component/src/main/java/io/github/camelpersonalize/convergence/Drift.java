// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.Optional;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.plan.Step;

/** What has changed in a project since a plan was made. What others have changed is reported, and not overwritten. */
interface Drift {

    /** The plan was made a moment ago, with lists that are still current. */
    Drift NONE = new Drift() {

        @Override
        public Optional<Result> check(Step step) {
            return Optional.empty();
        }

        @Override
        public Optional<Result> check(PriorityStep order) {
            return Optional.empty();
        }
    };

    /** The result of a step that cannot be executed as planned, because the project has changed. */
    Optional<Result> check(Step step);

    /** The result of the step of the priority, if it cannot be executed as planned, because the project has changed. */
    Optional<Result> check(PriorityStep order);

    /** What is to be updated was deleted before the update. */
    static Result gone() {
        return new Result.Failure(Outcome.CONFLICT, Problem.rejected("DRIFT",
                "it was deleted since the plan was made, and is not created again: make a new plan, and look at it"));
    }
}
