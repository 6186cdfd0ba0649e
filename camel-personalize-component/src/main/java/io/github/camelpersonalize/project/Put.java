// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** Replaces one definition by another. */
final class Put {

    private final Project project;

    Put(Project project) {
        this.project = project;
    }

    /**
     * Sends a definition to a uid.
     *
     * @param definition all of it, without the members that only the service sets
     * @param desired the part of it that the project is to have
     */
    Result send(Resource resource, String uid, JsonNode definition, JsonNode desired) {
        return project.withLock(resource, new Uid(uid), () -> sendLocked(resource, uid, definition, desired));
    }

    private Result sendLocked(Resource resource, String uid, JsonNode definition, JsonNode desired) {
        Call call = project.call(resource, Operation.update);
        long startedAt = project.now();
        return project.send(call, new Uid(uid), definition).fold(
                response -> new Written(project, resource, desired, startedAt).enter(Outcome.UPDATED, uid, definition, response),
                problem -> project.failed(resource, uid, problem));
    }
}
