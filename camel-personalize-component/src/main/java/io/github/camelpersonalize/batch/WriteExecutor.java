// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Bodies;
import io.github.camelpersonalize.project.Delete;
import io.github.camelpersonalize.project.Lookup;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Referrers;
import io.github.camelpersonalize.project.Update;
import io.github.camelpersonalize.project.Upsert;

/**
 * Executes one write request of a batch. Unlike an operation on its own, it first looks at the project's definitions, which are listed once for the
 * whole batch, and sends nothing for one that matches already.
 */
public final class WriteExecutor {

    private final Project project;
    private final Bodies bodies;

    public WriteExecutor(Project project) {
        this.project = project;
        this.bodies = new Bodies(project);
    }

    /** Why its body must not be sent, if there is a reason. */
    Optional<Result> violation(WriteRequest request) {
        Operation operation = request.operation() == Operation.update ? Operation.update : Operation.create;
        return request.operation() == Operation.upsert
                ? bodies.validateDefinition(request.resource(), bodies.writable(request.resource(), request.body()))
                : bodies.validateLiteral(project.call(request.resource(), operation), request.body());
    }

    /** Executes a write request whose body is valid. */
    public Result execute(WriteRequest request) {
        return switch (request.operation()) {
            case create ->
                new Upsert(project, OnConflict.fail, project.startedAt()).ensure(request.resource(),
                        bodies.literal(request.resource(), request.body()));
            case upsert ->
                new Upsert(project, onConflict(request), project.oldestUsable()).resolve(request.resource(),
                        bodies.writable(request.resource(), request.body()));
            case update -> withLock(request, () -> update(request));
            case delete -> withLock(request, () -> delete(request));
            default -> throw new IllegalArgumentException(request.operation() + " is no write");
        };
    }

    private OnConflict onConflict(WriteRequest request) {
        return request.onConflict() == null ? project.policy().onConflict() : request.onConflict();
    }

    /** Works when no other exchange works on the key of a write request. Work under the lock may lock it again. */
    Result withLock(WriteRequest request, Supplier<Result> work) {
        return request.soughtKey().map(key -> project.withLock(request.resource(), key, work)).orElseGet(work);
    }

    private Result update(WriteRequest request) {
        JsonNode definition = bodies.literal(request.resource(), request.body());
        return find(request).recover(failed -> findByKey(request, failed))
                .flatMap(actual -> isWhole(request.resource(), definition, actual)
                        || project.isWhole(request.resource(), definition, actual.body())
                                ? Result.Success.unchanged(request.resource(), actual.body(), null)
                                : new Update(project).replace(request.resource(), request.target(), actual, definition));
    }

    /** What no longer exists under its uid may have been deleted and created again meanwhile: its key finds it. */
    private Result findByKey(WriteRequest request, Result.Failure failed) {
        if (!failed.isNotFound() || !request.isByUid() || request.soughtKey().isEmpty()) {
            return failed;
        }
        return new Lookup(project).find(request.resource(), new Target(null, request.soughtKey().get()), project.startedAt())
                .recover(missing -> missing.isNotFound() ? failed : missing);
    }

    /** Whether nothing differs, and the service has no other members: an update removes members that it does not contain. */
    private boolean isWhole(Resource resource, JsonNode definition, Result.Success actual) {
        Shape shape = project.shape(resource);
        return Difference.between(definition, actual.body(), shape).isEmpty()
                && Difference.between(bodies.withoutVersion(resource, actual.body()), definition, shape).isEmpty();
    }

    private Result delete(WriteRequest request) {
        return find(request).recover(failed -> successor(request, failed))
                .fold(actual -> deleteUnused(request, actual), failed -> absent(request, failed));
    }

    private Result successor(WriteRequest request, Result.Failure failed) {
        return request.isByUid() && failed.isNotFound()
                ? new Lookup(project).successor(request.resource(), request.target(), project.startedAt())
                : failed;
    }

    private static Result absent(WriteRequest request, Result.Failure failed) {
        return failed.isNotFound() ? Result.Success.gone(Outcome.UNCHANGED, 0, null, request.key().orElse(null)) : failed;
    }

    /** What others refer to stays. */
    private Result deleteUnused(WriteRequest request, Result.Success actual) {
        return new Referrers(project, project.startedAt()).of(request.resource(), actual.body())
                .toResult(users -> users.isEmpty() ? new Delete(project).delete(request.resource(), actual) : blocked(users));
    }

    private static Result blocked(List<String> names) {
        return Result.Failure.blocked(Problem.blocked("IN_USE",
                "not deleted, because it is used by " + String.join(", ", names) + "; change those first", List.of()));
    }

    private Result find(WriteRequest request) {
        Target target = request.isByUid() ? request.target() : new Target(null, request.soughtKey().orElseThrow());
        return new Lookup(project).find(request.resource(), target, project.startedAt());
    }
}
