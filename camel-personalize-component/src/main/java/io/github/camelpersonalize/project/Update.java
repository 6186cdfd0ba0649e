// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** The operations that change what exists. */
public final class Update {

    private static final int NOT_FOUND = 404;

    private final Project project;
    private final Bodies bodies;

    public Update(Project project) {
        this.project = project;
        this.bodies = new Bodies(project);
    }

    Result update(Resource resource, Target target, JsonNode body) {
        Call call = project.call(resource, Operation.update);
        JsonNode definition = bodies.writable(body);
        return bodies.validate(call, definition).orElseGet(() -> locate(resource, target).fold(
                known -> replace(resource, target, known, definition), failed -> failed));
    }

    /** Replaces a definition that is known to be there. */
    public Result replace(Resource resource, Target target, Result.Success known, JsonNode definition) {
        return new Put(project).send(resource, known.uid(), definition).fold(done -> done,
                failed -> again(resource, target, known, definition, failed));
    }

    /** What is no longer there under its uid may have been deleted and created anew meanwhile: its key tells, once. */
    private Result again(Resource resource, Target target, Result.Success known, JsonNode definition, Result.Failure failed) {
        Optional<String> key = Optional.ofNullable(target.key()).or(() -> NaturalKey.of(resource, definition));
        if (failed.problem().status() != NOT_FOUND || key.isEmpty()) {
            return failed;
        }
        return new Lookup(project).find(resource, new Target(null, key.get())).fold(
                found -> found.uid().equals(known.uid()) ? failed : new Put(project).send(resource, found.uid(), definition),
                missing -> missing.isNotFound() ? failed : missing);
    }

    /** What is gone already counts as deleted: the route asked for its absence. */
    Result delete(Resource resource, Target target) {
        return locate(resource, target).fold(known -> delete(resource, known),
                failed -> failed.isNotFound() ? gone(Outcome.UNCHANGED, NOT_FOUND, null, target.key()) : failed);
    }

    /** Deletes a definition that is known to be there, or was. What is gone was deleted by us if an earlier try may have done it. */
    public Result delete(Resource resource, Result.Success known) {
        return project.send(project.call(resource, Operation.delete), new Uid(known.uid()), null).fold(
                answer -> deleted(resource, Outcome.DELETED, answer.status(), known),
                problem -> problem.status() == NOT_FOUND
                        ? deleted(resource, problem.retry().inDoubt() ? Outcome.DELETED : Outcome.UNCHANGED, NOT_FOUND, known)
                        : project.failed(resource, known.uid(), problem));
    }

    private Result deleted(Resource resource, Outcome outcome, int status, Result.Success known) {
        project.deleted(resource, known.uid());
        return gone(outcome, status, known.uid(), known.key());
    }

    /** Replaces the order of priority by one that has the same experiences. */
    Result reorder(Call call, JsonNode body) {
        return bodies.validate(call, body)
                .or(() -> project.check().flatMap(check -> new PriorityCheck(project).violation(body)))
                .orElseGet(() -> project.send(call, null, body).fold(answer -> new Result.Success(Outcome.UPDATED, answer.status(),
                        answer.body().isObject() ? answer.body() : body, null, null), Result.Failure::of));
    }

    private Result locate(Resource resource, Target target) {
        return target.uid() == null
                ? new Lookup(project).find(resource, target)
                : new Result.Success(null, 0, MissingNode.getInstance(), target.uid().value(), target.key());
    }

    public static Result gone(Outcome outcome, int status, String uid, String key) {
        return new Result.Success(outcome, status, MissingNode.getInstance(), uid, key);
    }
}
