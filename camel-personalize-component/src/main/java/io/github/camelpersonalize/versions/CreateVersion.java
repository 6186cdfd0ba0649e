// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.client.CallResult;
import io.github.camelpersonalize.client.CallResult.Failure;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Retries;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/**
 * Creates a draft, once. A definition has one draft at most: when the response to a create is lost, or the service says that there is a draft, the draft
 * is compared with what was sent.
 *
 * <pre>
 * response lost -> wait until the service lists its own writes, read the versions:
 *                    a draft that matches    -> ADOPTED
 *                    a draft that differs    -> CONFLICT: nobody knows whose it is
 *                    no draft                -> create it again, and so on
 * draft exists  -> read the versions: ADOPTED or CONFLICT
 * </pre>
 */
final class CreateVersion {

    private final Versioned definition;
    private final JsonNode sent;
    private boolean mayHaveCreated;

    CreateVersion(Versioned definition, JsonNode sent) {
        this.definition = definition;
        this.sent = sent;
    }

    Result execute() {
        Result result = create();
        return mayHaveCreated ? result.recover(Result.Failure::withDoubt) : result;
    }

    private Result create() {
        Retries retries = definition.project().retries();
        while (true) {
            CallResult result = definition.project().send(definition.call(Operation.createVersion), Address.of(definition.uid()), sent,
                    retries);
            if (result instanceof Success response) {
                return created(response);
            }
            Problem problem = ((Failure) result).problem();
            if (!problem.retry().inDoubt()) {
                return problem.isDuplicate(definition.project().dialect().answers()) ? settled(problem) : definition.failed(problem);
            }
            Optional<Result> end = lookUp(problem, retries);
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    private Result created(Success response) {
        if (definition.project().dialect().uid(response.body()).isPresent()) {
            return definition.written(Outcome.CREATED, response.status(), response.body());
        }
        Problem problem = Problem.unavailable(response.status(), "the response (" + response.status() + ") has no usable uid");
        return draft(problem).toResult(draft -> draft.map(found -> sameOr(found, Outcome.CREATED, problem))
                .orElseGet(() -> definition.failed(problem)));
    }

    /** What became of a create whose response was lost; empty where it is to be sent again. */
    private Optional<Result> lookUp(Problem problem, Retries retries) {
        mayHaveCreated = true;
        definition.project().stats().reconciled();
        if (!definition.project().awaitListing()) {
            return Optional.of(definition.failed(problem));
        }
        return draft(problem).fold(draft -> draft.map(found -> sameOr(found, Outcome.ADOPTED, problem)).or(() -> next(problem, retries)),
                Optional::of);
    }

    private Optional<Result> next(Problem problem, Retries retries) {
        return retries.waitForNext(problem.retry().after())
                .map(end -> definition.failed(problem.withMessage(problem.message() + "; " + end)));
    }

    /** The service says that there is a draft. */
    private Result settled(Problem problem) {
        return draft(problem).toResult(
                draft -> draft.map(found -> sameOr(found, Outcome.ADOPTED, problem)).orElseGet(() -> definition.failed(problem)));
    }

    private Fallible<Optional<JsonNode>> draft(Problem problem) {
        return definition.versions().map(Versions::draft).recover(failed -> Fallible.failed(lookupFailed(problem, failed)));
    }

    private Result.Failure lookupFailed(Problem problem, Result.Failure failed) {
        return definition
                .failed(problem.withMessage(problem.message() + "; looking its versions up failed: " + failed.problem().message()));
    }

    private Result sameOr(JsonNode draft, Outcome same, Problem problem) {
        List<String> differences = definition.differences(sent, draft);
        return differences.isEmpty()
                ? definition.written(same, problem.status(), draft)
                : new Result.Failure(Outcome.CONFLICT, Problem.rejected("CONFLICT", "it already has a draft (uid "
                        + draft.path("uid").asText() + "), which differs in " + String.join(", ", differences)
                        + "; change that one with updateVersion, or delete it with deleteVersion"));
    }
}
