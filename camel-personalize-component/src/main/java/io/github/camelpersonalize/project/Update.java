// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;

/** Replaces a definition that exists. */
public final class Update {

    private static final int NOT_FOUND = 404;

    private final Project project;

    public Update(Project project) {
        this.project = project;
    }

    Result execute(Resource resource, Target target, JsonNode body) {
        Bodies bodies = new Bodies(project);
        JsonNode definition = bodies.literal(resource, body);
        return bodies.validateLiteral(project.call(resource, Operation.update), body)
                .orElseGet(() -> new TargetLock(project, resource).with(target, NaturalKey.of(resource, definition),
                        () -> new Lookup(project).locate(resource, target).flatMap(known -> replace(resource, target, known, definition))));
    }

    /** Replaces a definition that exists, or did a moment ago. */
    public Result replace(Resource resource, Target target, Result.Success known, JsonNode definition) {
        return new Put(project).send(resource, known.uid(), definition, definition)
                .recover(failed -> retryByKey(resource, target, known, definition, failed));
    }

    /** What no longer exists under its uid may have been deleted and created again meanwhile: its key finds it, once. */
    private Result retryByKey(Resource resource, Target target, Result.Success known, JsonNode definition, Result.Failure failed) {
        Optional<String> key = Optional.ofNullable(target.key()).or(() -> NaturalKey.of(resource, definition));
        if (failed.problem().status() != NOT_FOUND) {
            return failed;
        }
        if (key.isEmpty()) {
            return Result.Failure.of(project.notFound(resource, failed.problem()));
        }
        Result found = new Lookup(project).find(resource, new Target(null, key.get()));
        if (found instanceof Result.Failure missing) {
            return missing.isNotFound() ? failed : missing;
        }
        String uid = ((Result.Success) found).uid();
        return uid.equals(known.uid()) ? failed : new Put(project).send(resource, uid, definition, definition);
    }
}
