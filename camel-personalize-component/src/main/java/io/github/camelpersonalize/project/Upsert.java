// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.convergence.Drift;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Overlay;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** Makes a definition exist as wanted, found by its natural key. What is so already costs no request. */
public final class Upsert {

    /** Somebody has deleted the definition since the list was asked for. */
    private static final int NOT_FOUND = 404;

    private final Project project;
    private final OnConflict onConflict;
    private final long since;

    /**
     * @param since when the list that serves it must have been asked for
     */
    public Upsert(Project project, OnConflict onConflict, long since) {
        this.project = project;
        this.onConflict = onConflict;
        this.since = since;
    }

    Result execute(Resource resource, JsonNode body) {
        Bodies bodies = new Bodies(project);
        JsonNode desired = bodies.writable(body);
        return bodies.validate(project.call(resource, Operation.create), desired).orElseGet(() -> resolve(resource, desired));
    }

    /** Makes a definition exist that is ready to be sent but for its references. */
    public Result resolve(Resource resource, JsonNode desired) {
        return new ReferencesByIndex(project, since).resolve(desired).fold(resolved -> ensure(resource, resolved), failed -> failed);
    }

    /** Makes a definition that a plan has seen what is wanted now. What is gone by then is not made anew. */
    public Result change(Resource resource, String key, JsonNode desired) {
        return new ReferencesByIndex(project, since).resolve(desired).fold(
                resolved -> project.memory().withLock(resource, key, () -> changeHeld(resource, key, resolved)), failed -> failed);
    }

    private Result changeHeld(Resource resource, String key, JsonNode desired) {
        return new Lookup(project).find(resource, new Target(null, key), since).fold(
                actual -> resolve(resource, desired, actual).fold(done -> done,
                        failed -> failed.problem().status() == NOT_FOUND ? gone(resource, actual) : failed),
                missing -> missing.isNotFound() ? Drift.gone() : missing);
    }

    private Result gone(Resource resource, Result.Success actual) {
        project.deleted(resource, actual.uid());
        return Drift.gone();
    }

    /** Makes a definition exist that is ready to be sent. */
    public Result ensure(Resource resource, JsonNode desired) {
        Optional<String> key = NaturalKey.of(resource, desired);
        return key.isEmpty()
                ? Result.Failure.of(Problem.rejected("NO_KEY", "an upsert needs its " + resource.naturalKey()))
                : project.memory().withLock(resource, key.get(), () -> ensure(resource, key.get(), desired, since, true));
    }

    private Result ensure(Resource resource, String key, JsonNode desired, long youngEnough, boolean isFirst) {
        long now = project.time().nanoTime();
        return new Lookup(project).find(resource, new Target(null, key), youngEnough).fold(
                actual -> resolve(resource, desired, actual).fold(done -> done,
                        failed -> isFirst && failed.problem().status() == NOT_FOUND ? again(resource, key, desired, actual) : failed),
                missing -> missing.isNotFound()
                        ? create(resource, desired).fold(done -> done, failed -> isFirst && failed.outcome() == Outcome.CONFLICT
                                ? ensure(resource, key, desired, now, false).fold(done -> done,
                                        second -> failed.inDoubt() ? second.withDoubt() : second)
                                : failed)
                        : missing);
    }

    private Result again(Resource resource, String key, JsonNode desired, Result.Success gone) {
        project.deleted(resource, gone.uid());
        return ensure(resource, key, desired, project.time().nanoTime(), false);
    }

    private Result create(Resource resource, JsonNode desired) {
        return new Create(project).send(project.call(resource, Operation.create), desired);
    }

    private Result resolve(Resource resource, JsonNode desired, Result.Success actual) {
        List<String> differences = Difference.between(desired, actual.body(), project.dialect());
        if (differences.isEmpty()) {
            return Result.Success.unchanged(resource, actual.body(), null);
        }
        return switch (onConflict) {
            case skip -> Result.Success.unchanged(resource, actual.body(),
                    "differs in " + String.join(", ", differences) + ", and is left as it is (onConflict=skip)");
            case fail -> Reconciliation.conflict(project, resource, actual, differences);
            case update -> update(resource, desired, actual, differences);
        };
    }

    private Result update(Resource resource, JsonNode desired, Result.Success actual, List<String> differences) {
        if (project.dialect().call(resource, Operation.update).isEmpty()) {
            return new Result.Failure(Outcome.CONFLICT, Problem.rejected("CONFLICT", "it differs in " + String.join(", ", differences)
                    + " from the one that " + project.name() + " has (uid " + actual.uid() + "), and the service cannot change " + resource
                    + "; send it as it is there, or set onConflict=skip"));
        }
        return new Put(project).send(resource, actual.uid(), Overlay.of(desired, actual.body(), project.dialect()));
    }
}
