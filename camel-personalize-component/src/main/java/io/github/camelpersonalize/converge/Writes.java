// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.NaturalKey;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;

/** The operations that change what exists. */
final class Writes {

    private static final int NOT_FOUND = 404;

    private final Project project;
    private final Bodies bodies;

    Writes(Project project) {
        this.project = project;
        this.bodies = new Bodies(project);
    }

    Result update(Resource resource, Target target, JsonNode body) {
        Call call = project.call(resource, Operation.update);
        JsonNode definition = bodies.writable(body);
        return bodies.faults(call, definition).orElseGet(() -> locate(resource, target).then(
                known -> replace(resource, target, known, definition), failed -> failed));
    }

    /** Replaces a definition that is known to be there. */
    Result replace(Resource resource, Target target, Result.Done known, JsonNode definition) {
        return new Put(project).send(resource, known.uid(), definition).then(done -> done,
                failed -> again(resource, target, known, definition, failed));
    }

    /** What is no longer there under its uid may have been deleted and created anew meanwhile: its key tells, once. */
    private Result again(Resource resource, Target target, Result.Done known, JsonNode definition, Result.Failed failed) {
        Optional<String> key = Optional.ofNullable(target.key()).or(() -> NaturalKey.of(resource, definition));
        if (failed.problem().status() != NOT_FOUND || key.isEmpty()) {
            return failed;
        }
        return new Lookup(project).find(resource, new Target(null, key.get())).then(
                found -> found.uid().equals(known.uid()) ? failed : new Put(project).send(resource, found.uid(), definition),
                missing -> missing.isNotFound() ? failed : missing);
    }

    /** What is gone already counts as deleted: the route asked for its absence. */
    Result delete(Resource resource, Target target) {
        return locate(resource, target).then(known -> delete(resource, known),
                failed -> failed.isNotFound() ? gone(Outcome.UNCHANGED, NOT_FOUND, null, target.key()) : failed);
    }

    /** Deletes a definition that is known to be there, or was. What is gone was deleted by us if an earlier try may have done it. */
    Result delete(Resource resource, Result.Done known) {
        return project.send(project.call(resource, Operation.delete), new Uid(known.uid()), null).then(
                answer -> deleted(resource, Outcome.DELETED, answer.status(), known),
                problem -> problem.status() == NOT_FOUND
                        ? deleted(resource, problem.retry().inDoubt() ? Outcome.DELETED : Outcome.UNCHANGED, NOT_FOUND, known)
                        : project.failed(resource, known.uid(), problem));
    }

    private Result deleted(Resource resource, Outcome outcome, int status, Result.Done known) {
        project.deleted(resource, known.uid());
        return gone(outcome, status, known.uid(), known.key());
    }

    /** Replaces the order of priority by one that has the same experiences. */
    Result reorder(Call call, JsonNode body) {
        return bodies.faults(call, body)
                .or(() -> project.check().flatMap(check -> new PriorityCheck(project).objection(body)))
                .orElseGet(() -> project.send(call, null, body).then(answer -> new Result.Done(Outcome.UPDATED, answer.status(),
                        answer.body().isObject() ? answer.body() : body, null, null), Result.Failed::of));
    }

    private Result locate(Resource resource, Target target) {
        return target.uid() == null
                ? new Lookup(project).find(resource, target)
                : new Result.Done(null, 0, MissingNode.getInstance(), target.uid().value(), target.key());
    }

    static Result gone(Outcome outcome, int status, String uid, String key) {
        return new Result.Done(outcome, status, MissingNode.getInstance(), uid, key);
    }
}
