// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.NaturalKey;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;

/** Makes a definition exist as wanted, found by its natural key. What is so already costs no request. */
final class Upsert {

    /** Somebody has deleted the definition since the list was asked for. */
    private static final int NOT_FOUND = 404;

    private final Project project;
    private final OnConflict onConflict;
    private final long since;

    /**
     * @param since when the list that serves it must have been asked for
     */
    Upsert(Project project, OnConflict onConflict, long since) {
        this.project = project;
        this.onConflict = onConflict;
        this.since = since;
    }

    Result carryOut(Resource resource, JsonNode body) {
        Bodies bodies = new Bodies(project);
        JsonNode wanted = bodies.writable(body);
        return bodies.faults(project.call(resource, Operation.create), wanted).orElseGet(() -> resolve(resource, wanted));
    }

    /** Makes a definition exist that is ready to be sent but for its references. */
    Result resolve(Resource resource, JsonNode wanted) {
        return new ReferencesByIndex(project, since).resolve(wanted).then(resolved -> ensure(resource, resolved), failed -> failed);
    }

    /** Makes a definition that a plan has seen what is wanted now. What is gone by then is not made anew. */
    Result change(Resource resource, String key, JsonNode wanted) {
        return new ReferencesByIndex(project, since).resolve(wanted).then(
                resolved -> project.memory().inTurn(resource, key, () -> changeHeld(resource, key, resolved)), failed -> failed);
    }

    private Result changeHeld(Resource resource, String key, JsonNode wanted) {
        return new Lookup(project).find(resource, new Target(null, key), since).then(
                held -> settle(resource, wanted, held).then(done -> done,
                        failed -> failed.problem().status() == NOT_FOUND ? gone(resource, held) : failed),
                missing -> missing.isNotFound() ? Drift.gone() : missing);
    }

    private Result gone(Resource resource, Result.Done held) {
        project.deleted(resource, held.uid());
        return Drift.gone();
    }

    /** Makes a definition exist that is ready to be sent. */
    Result ensure(Resource resource, JsonNode wanted) {
        Optional<String> key = NaturalKey.of(resource, wanted);
        return key.isEmpty()
                ? Result.Failed.of(Problem.rejected("NO_KEY", "an upsert needs its " + resource.naturalKey()))
                : project.memory().inTurn(resource, key.get(), () -> ensure(resource, key.get(), wanted, since, true));
    }

    private Result ensure(Resource resource, String key, JsonNode wanted, long youngEnough, boolean isFirst) {
        long now = project.time().nanoTime();
        return new Lookup(project).find(resource, new Target(null, key), youngEnough).then(
                held -> settle(resource, wanted, held).then(done -> done,
                        failed -> isFirst && failed.problem().status() == NOT_FOUND ? again(resource, key, wanted, held) : failed),
                missing -> missing.isNotFound()
                        ? create(resource, wanted).then(done -> done, failed -> isFirst && failed.outcome() == Outcome.CONFLICT
                                ? ensure(resource, key, wanted, now, false).then(done -> done,
                                        second -> failed.inDoubt() ? second.doubted() : second)
                                : failed)
                        : missing);
    }

    private Result again(Resource resource, String key, JsonNode wanted, Result.Done gone) {
        project.deleted(resource, gone.uid());
        return ensure(resource, key, wanted, project.time().nanoTime(), false);
    }

    private Result create(Resource resource, JsonNode wanted) {
        return new Create(project).send(project.call(resource, Operation.create), wanted);
    }

    private Result settle(Resource resource, JsonNode wanted, Result.Done held) {
        List<String> differences = Difference.between(wanted, held.body(), project.dialect());
        if (differences.isEmpty()) {
            return Result.Done.unchanged(resource, held.body(), null);
        }
        return switch (onConflict) {
            case skip -> Result.Done.unchanged(resource, held.body(),
                    "differs in " + String.join(", ", differences) + ", and is left as it is (onConflict=skip)");
            case fail -> Reconciliation.conflict(project, resource, held, differences);
            case update -> update(resource, wanted, held, differences);
        };
    }

    private Result update(Resource resource, JsonNode wanted, Result.Done held, List<String> differences) {
        if (project.dialect().call(resource, Operation.update).isEmpty()) {
            return new Result.Failed(Outcome.CONFLICT, Problem.rejected("CONFLICT", "it differs in " + String.join(", ", differences)
                    + " from the one that " + project.name() + " has (uid " + held.uid() + "), and the service cannot change " + resource
                    + "; send it as it is there, or set onConflict=skip"));
        }
        return new Put(project).send(resource, held.uid(), Merge.of(wanted, held.body(), project.dialect()));
    }
}
