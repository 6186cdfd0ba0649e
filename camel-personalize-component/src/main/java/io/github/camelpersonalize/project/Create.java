// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Retries;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** Creates a definition, once: when the response to a create is lost, the definition is looked up before the create is sent again. */
final class Create {

    private final Project project;

    Create(Project project) {
        this.project = project;
    }

    Result execute(Resource resource, JsonNode body) {
        Call call = project.call(resource, Operation.create);
        Bodies bodies = new Bodies(project);
        JsonNode definition = bodies.literal(resource, body);
        return bodies.validateLiteral(call, body).orElseGet(() -> create(call, definition));
    }

    private Result create(Call call, JsonNode definition) {
        Optional<String> key = NaturalKey.of(call.resource(), definition);
        return key.isEmpty()
                ? send(call, definition)
                : project.withLock(call.resource(), key.get(), () -> create(call, definition, key.get()));
    }

    private Result create(Call call, JsonNode definition, String key) {
        return lookalike(call.resource(), key).orElseGet(() -> send(call, definition));
    }

    /** Sends a definition that is ready to be sent, and whose key no definition seems to have. */
    Result send(Call call, JsonNode definition) {
        long startedAt = project.now();
        Function<Success, Result> created = response -> created(call.resource(), definition, response, startedAt);
        Retries retries = project.retries();
        return project.send(call, Address.NONE, definition, retries)
                .fold(created, problem -> new Reconciliation(project, call, definition, created, retries).resolve(problem))
                .recover(failed -> failed(call.resource(), failed));
    }

    /** What may have been created must not count as missing for the next exchange. */
    private Result failed(Resource resource, Result.Failure failed) {
        if (failed.outcome() == Outcome.UNKNOWN) {
            project.markInDoubt(resource, null);
        }
        return failed;
    }

    /** A success, if the response has the uid, or else the list. */
    private Result created(Resource resource, JsonNode definition, Success response, long startedAt) {
        return project.dialect().uid(response.body())
                .map(uid -> new Written(project, resource, definition, startedAt).enter(Outcome.CREATED, uid.value(), definition, response))
                .orElseGet(() -> readBack(resource, definition, response));
    }

    private Result readBack(Resource resource, JsonNode definition, Success response) {
        String without = "the response (" + response.status() + ") has no usable uid";
        Optional<String> key = NaturalKey.of(resource, definition);
        if (key.isEmpty()) {
            return unknown(response, without);
        }
        return new Lookup(project).find(resource, new Target(null, key.get())).fold(
                found -> project.written(Outcome.CREATED, resource, response.status(), found.body(), project.now()),
                failed -> unknown(response, without + ", and looking the definition up failed: " + failed.problem().message()));
    }

    private static Result unknown(Success response, String why) {
        return new Result.Failure(Outcome.UNKNOWN, Problem.unavailable(response.status(), why));
    }

    /** A key that seems to exist in another spelling is looked up before another is created beside it. */
    private Optional<Result> lookalike(Resource resource, String key) {
        if (project.lookalike(resource, key).isEmpty()) {
            return Optional.empty();
        }
        return project.list(project.call(resource, Operation.list)).fold(
                listing -> DefinitionIndex.of(project.dialect(), resource, listing.body()).similar(key)
                        .map(other -> lookalike(project, resource, other)),
                Optional::of);
    }

    /** The project has a key that people would take for this one. */
    static Result.Failure lookalike(Project project, Resource resource, String other) {
        return Result.Failure.of(Problem.rejected(Result.Failure.LOOKALIKE, project.name(resource) + " has \"" + other
                + "\", which differs only in case, white space or Unicode form; use that " + resource.naturalKey()
                + ", or one that people can tell from it"));
    }
}
