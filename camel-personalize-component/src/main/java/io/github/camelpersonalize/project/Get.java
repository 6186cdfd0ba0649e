// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;

import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;

/** Reads one definition, or another single object. */
final class Get {

    private static final int NOT_FOUND = 404;

    private final Project project;

    Get(Project project) {
        this.project = project;
    }

    /** By uid with the service's own call where it has one, otherwise from the list. */
    Result execute(Resource resource, Target target) {
        Optional<Call> call = project.dialect().call(resource, Operation.get);
        return target.uid() == null || call.isEmpty() ? new Lookup(project).find(resource, target) : one(call.get(), target);
    }

    Result object(Call call) {
        return one(call, Target.NONE);
    }

    private Result one(Call call, Target target) {
        return project.send(call, target.uid(), null).fold(response -> read(call, response), problem -> failed(call, problem));
    }

    private Result failed(Call call, Problem problem) {
        return Result.Failure.of(problem.status() == NOT_FOUND && call.needsUid() ? project.notFound(call.resource(), problem) : problem);
    }

    private Result read(Call call, Success response) {
        if (!response.body().isObject()) {
            return unreadable(call, response, "is not a JSON object");
        }
        if (call.result() == Call.Result.DEFINITION && project.dialect().uid(response.body()).isEmpty()) {
            return unreadable(call, response, "has no usable uid (" + Uid.RULE + ")");
        }
        return new Result.Success(null, response.status(), response.body(), response.body().path("uid").textValue(),
                NaturalKey.of(call.resource(), response.body()).orElse(null));
    }

    private static Result unreadable(Call call, Success response, String fault) {
        return Result.Failure
                .of(Problem.unavailable(response.status(), "the response to " + call.verb() + " " + call.path() + " " + fault));
    }
}
