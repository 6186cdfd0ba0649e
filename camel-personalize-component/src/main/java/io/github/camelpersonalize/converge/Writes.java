// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.NaturalKey;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Reply.Answer;

/** The operations that change the project, each with one write. */
final class Writes {

    private static final int NOT_FOUND = 404;

    private final Project project;

    Writes(Project project) {
        this.project = project;
    }

    Result create(Resource resource, JsonNode body) {
        Call call = project.call(resource, Operation.create);
        JsonNode definition = writable(body);
        Optional<Result> objection = faults(call, definition).or(() -> lookalike(resource, definition));
        if (objection.isPresent()) {
            return objection.get();
        }
        return project.send(call, null, definition).then(answer -> project.dialect().uid(answer.body()).isPresent()
                ? written(Outcome.CREATED, resource, answer.status(), answer.body())
                : readBack(resource, definition, answer), Result.Failed::of);
    }

    Result update(Resource resource, Target target, JsonNode body) {
        Call call = project.call(resource, Operation.update);
        JsonNode definition = writable(body);
        Optional<Result> objection = faults(call, definition);
        if (objection.isPresent()) {
            return objection.get();
        }
        Result found = locate(resource, target);
        if (!(found instanceof Result.Done known)) {
            return found;
        }
        return project.send(call, new Uid(known.uid()), definition).then(
                answer -> written(Outcome.UPDATED, resource, answer.status(),
                        project.dialect().uid(answer.body()).isPresent() ? answer.body() : withUid(definition, known.uid())),
                Result.Failed::of);
    }

    /** What is gone already counts as deleted: the route asked for its absence. */
    Result delete(Resource resource, Target target) {
        Result found = locate(resource, target);
        if (!(found instanceof Result.Done known)) {
            return found;
        }
        return project.send(project.call(resource, Operation.delete), new Uid(known.uid()), null).then(
                answer -> gone(Outcome.DELETED, answer.status(), known),
                problem -> problem.status() == NOT_FOUND ? gone(Outcome.UNCHANGED, NOT_FOUND, known) : Result.Failed.of(problem));
    }

    /** Replaces something that the project has once, the priority order. */
    Result replace(Call call, JsonNode body) {
        Optional<Result> objection = faults(call, body);
        if (objection.isPresent()) {
            return objection.get();
        }
        return project.send(call, null, body).then(answer -> new Result.Done(Outcome.UPDATED, answer.status(),
                answer.body().isObject() ? answer.body() : body, null, null), Result.Failed::of);
    }

    private Result locate(Resource resource, Target target) {
        return target.uid() == null
                ? new Lookup(project).find(resource, target)
                : new Result.Done(null, 0, MissingNode.getInstance(), target.uid().value(), target.key());
    }

    /** A copy without the members that only the service sets. */
    private JsonNode writable(JsonNode body) {
        return body.isObject() ? ((ObjectNode) body.deepCopy()).remove(project.dialect().readOnlyMembers()) : body;
    }

    private Optional<Result> faults(Call call, JsonNode body) {
        List<FieldError> faults = project.check().map(check -> check.faults(call, body)).orElse(List.of());
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        String message = faults.stream().map(FieldError::toString).collect(Collectors.joining("; "));
        return Optional.of(Result.Failed.of(Problem.rejected("INVALID", message, faults)));
    }

    /** A key that seems to exist in another spelling is looked up before anything is created beside it. */
    private Optional<Result> lookalike(Resource resource, JsonNode definition) {
        Optional<String> key = NaturalKey.of(resource, definition);
        if (key.flatMap(text -> project.memory().lookalike(resource, text)).isEmpty()) {
            return Optional.empty();
        }
        Result listing = project.list(project.call(resource, Operation.list));
        if (!(listing instanceof Result.Done done)) {
            return Optional.of(listing);
        }
        return Lookup.similar(resource, key.get(), done).map(other -> new Result.Failed(Outcome.REJECTED, Problem.rejected("LOOKALIKE",
                project.name() + " has \"" + other + "\", which differs only in case, white space or Unicode form; use that "
                        + resource.naturalKey() + ", or one that people can tell from it")));
    }

    private Result readBack(Resource resource, JsonNode definition, Answer answer) {
        String without = "the service answered " + answer.status() + " without a usable uid";
        Optional<String> key = NaturalKey.of(resource, definition);
        if (key.isEmpty()) {
            return new Result.Failed(Outcome.UNKNOWN, Problem.unavailable(answer.status(), without));
        }
        Result found = new Lookup(project).find(resource, new Target(null, key.get()));
        return found instanceof Result.Done done
                ? written(Outcome.CREATED, resource, answer.status(), done.body())
                : new Result.Failed(Outcome.UNKNOWN, Problem.unavailable(answer.status(), without + ", and looking it up failed: "
                        + ((Result.Failed) found).problem().message()));
    }

    private Result written(Outcome outcome, Resource resource, int status, JsonNode body) {
        Optional<String> key = NaturalKey.of(resource, body);
        key.ifPresent(text -> project.memory().learn(resource, text));
        return new Result.Done(outcome, status, body, body.path("uid").textValue(), key.orElse(null));
    }

    private static Result gone(Outcome outcome, int status, Result.Done known) {
        return new Result.Done(outcome, status, MissingNode.getInstance(), known.uid(), known.key());
    }

    private static JsonNode withUid(JsonNode definition, String uid) {
        return ((ObjectNode) definition.deepCopy()).put("uid", uid);
    }
}
