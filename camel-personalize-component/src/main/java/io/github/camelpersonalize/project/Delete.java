// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
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
        return target.withLocks(project, resource, Optional.empty(), () -> new Lookup(project).locate(resource, target)
                .fold(known -> delete(resource, known), failed -> absent(target, failed)));
    }

    private static Result absent(Target target, Result.Failure failed) {
        return failed.isNotFound() ? Result.Success.gone(Outcome.UNCHANGED, NOT_FOUND, null, target.key()) : failed;
    }

    /** Deletes a definition that exists, or did a moment ago. */
    public Result delete(Resource resource, Result.Success known) {
        Uid uid = new Uid(known.uid());
        return project.withLock(resource, uid, () -> send(resource, uid, known));
    }

    private Result send(Resource resource, Uid uid, Result.Success known) {
        long startedAt = project.now();
        return project.send(project.call(resource, Operation.delete), uid, null).fold(
                response -> deleted(resource, Outcome.DELETED, response.status(), known, startedAt),
                problem -> failed(resource, known, problem, startedAt));
    }

    /** What is gone was deleted here if an earlier attempt may have done it. */
    private Result failed(Resource resource, Result.Success known, Problem problem, long startedAt) {
        if (problem.status() != NOT_FOUND) {
            return project.failed(resource, known.uid(), problem);
        }
        Outcome outcome = problem.retry().inDoubt() ? Outcome.DELETED : Outcome.UNCHANGED;
        return deleted(resource, outcome, NOT_FOUND, known, startedAt);
    }

    private Result deleted(Resource resource, Outcome outcome, int status, Result.Success known, long startedAt) {
        project.deleted(resource, known.uid(), startedAt);
        return Result.Success.gone(outcome, status, known.uid(), known.key());
    }
}
