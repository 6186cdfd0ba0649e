// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** Deletes a definition. One that does not exist counts as deleted: the route asked for its absence. */
public final class Delete {

    private static final int NOT_FOUND = 404;

    private final Project project;

    public Delete(Project project) {
        this.project = project;
    }

    Result execute(Resource resource, Target target) {
        return new TargetLock(project, resource).with(target, Optional.empty(), () -> new Lookup(project).locate(resource, target)
                .fold(known -> delete(resource, target, known), failed -> absent(target, failed)));
    }

    private Result delete(Resource resource, Target target, Result.Success known) {
        return delete(resource, known).flatMap(done -> isGone(target, done) ? deleteSuccessor(resource, target, done) : done);
    }

    private static boolean isGone(Target target, Result.Success done) {
        return target.uid() != null && target.key() != null && done.outcome() == Outcome.UNCHANGED;
    }

    /** What bears the key now, if that is what was meant. */
    private Result deleteSuccessor(Resource resource, Target target, Result.Success gone) {
        return new Lookup(project).successor(resource, target, project.startedAt()).fold(
                other -> delete(resource, other), failed -> failed.isNotFound() ? gone : failed);
    }

    private static Result absent(Target target, Result.Failure failed) {
        return failed.isNotFound() ? Result.Success.gone(Outcome.UNCHANGED, NOT_FOUND, null, target.key()) : failed;
    }

    /** Deletes a definition that exists, or did a moment ago. */
    public Result delete(Resource resource, Result.Success known) {
        Uid uid = known.knownUid();
        return project.withLock(resource, uid, () -> send(resource, uid, known));
    }

    private Result send(Resource resource, Uid uid, Result.Success known) {
        long startedAt = project.now();
        return project.send(project.call(resource, Operation.delete), uid, null).fold(
                response -> deleted(resource, Outcome.DELETED, response.status(), known, startedAt),
                problem -> failed(resource, known, problem, startedAt));
    }

    /** What is gone was deleted here if an earlier attempt may have done it. */
    @SuppressWarnings("ReferenceEquality") // notFound gives the same object back where it has nothing to add.
    private Result failed(Resource resource, Result.Success known, Problem problem, long startedAt) {
        if (problem.status() != NOT_FOUND) {
            return project.failed(resource, known.uid(), problem);
        }
        Problem confirmed = project.notFound(resource, problem);
        if (confirmed != problem) {
            return project.failed(resource, known.uid(), confirmed);
        }
        Outcome outcome = problem.retry().inDoubt() ? Outcome.DELETED : Outcome.UNCHANGED;
        return deleted(resource, outcome, NOT_FOUND, known, startedAt);
    }

    private Result deleted(Resource resource, Outcome outcome, int status, Result.Success known, long startedAt) {
        project.deleted(resource, known.uid(), startedAt);
        return Result.Success.gone(outcome, status, known.uid(), known.key());
    }
}
