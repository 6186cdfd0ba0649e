// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.CallResult.Success;
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
     */
    Result send(Resource resource, String uid, JsonNode definition) {
        return project.withLock(resource, new Uid(uid), () -> sendLocked(resource, uid, definition));
    }

    private Result sendLocked(Resource resource, String uid, JsonNode definition) {
        Call call = project.call(resource, Operation.update);
        long startedAt = project.now();
        return project.send(call, new Uid(uid), definition).fold(
                response -> updated(resource, uid, definition, response, startedAt), problem -> project.failed(resource, uid, problem));
    }

    private Result updated(Resource resource, String uid, JsonNode definition, Success response, long startedAt) {
        boolean hasUid = project.dialect().uid(response.body()).isPresent();
        JsonNode actual = hasUid ? response.body() : withUid(definition, uid);
        return project.written(Outcome.UPDATED, resource, response.status(), actual, startedAt);
    }

    private static JsonNode withUid(JsonNode definition, String uid) {
        return ((ObjectNode) definition.deepCopy()).put("uid", uid);
    }
}
