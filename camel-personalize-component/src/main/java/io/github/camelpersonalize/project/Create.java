// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Retries;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** Creates a definition, once: a create whose answer was lost is looked up before it is ever sent again. */
final class Create {

    private final Project project;

    Create(Project project) {
        this.project = project;
    }

    Result execute(Resource resource, JsonNode body) {
        Call call = project.call(resource, Operation.create);
        Bodies bodies = new Bodies(project);
        JsonNode definition = bodies.writable(body);
        return bodies.validate(call, definition).orElseGet(() -> NaturalKey.of(resource, definition)
                .map(key -> project.memory().withLock(resource, key,
                        () -> lookalike(resource, key).orElseGet(() -> send(call, definition))))
                .orElseGet(() -> send(call, definition)));
    }

    /** Sends a definition that is ready to be sent, and whose key nothing in the project seems to bear. */
    Result send(Call call, JsonNode definition) {
        Function<Success, Result> created = answer -> created(call.resource(), definition, answer);
        Retries retries = project.retries();
        return project.send(call, null, definition, retries).fold(created,
                problem -> new Reconciliation(project, call, definition, created, retries).resolve(problem))
                .fold(done -> done, failed -> failed(call.resource(), failed));
    }

    /** What may have been created must not be taken for missing by those who come next. */
    private Result failed(Resource resource, Result.Failure failed) {
        if (failed.outcome() == Outcome.UNKNOWN) {
            project.markInDoubt(resource, null);
        }
        return failed;
    }

    /** A success, if the answer tells the uid or the service does when it is asked. */
    private Result created(Resource resource, JsonNode definition, Success answer) {
        return project.dialect().uid(answer.body()).isPresent()
                ? project.written(Outcome.CREATED, resource, answer.status(), answer.body())
                : readBack(resource, definition, answer);
    }

    private Result readBack(Resource resource, JsonNode definition, Success answer) {
        String without = "the service answered " + answer.status() + " without a usable uid";
        Optional<String> key = NaturalKey.of(resource, definition);
        if (key.isEmpty()) {
            return new Result.Failure(Outcome.UNKNOWN, Problem.unavailable(answer.status(), without));
        }
        return new Lookup(project).find(resource, new Target(null, key.get())).fold(
                found -> project.written(Outcome.CREATED, resource, answer.status(), found.body()),
                failed -> new Result.Failure(Outcome.UNKNOWN, Problem.unavailable(answer.status(),
                        without + ", and looking it up failed: " + failed.problem().message())));
    }

    /** A key that seems to exist in another spelling is looked up before anything is created beside it. */
    private Optional<Result> lookalike(Resource resource, String key) {
        if (project.memory().lookalike(resource, key).isEmpty()) {
            return Optional.empty();
        }
        return project.list(project.call(resource, Operation.list)).fold(
                listing -> DefinitionIndex.of(resource, listing.body()).similar(key).map(other -> lookalike(project, resource, other)),
                Optional::of);
    }

    /** The project has a key that people would take for this one. */
    static Result.Failure lookalike(Project project, Resource resource, String other) {
        return Result.Failure.of(Problem.rejected(Result.Failure.LOOKALIKE, project.name() + " has \"" + other
                + "\", which differs only in case, white space or Unicode form; use that " + resource.naturalKey()
                + ", or one that people can tell from it"));
    }
}
