// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** Replaces the priority of experiences by one that has the same experiences. */
final class UpdatePriority {

    private final Project project;

    UpdatePriority(Project project) {
        this.project = project;
    }

    Result execute(Call call, JsonNode body) {
        return new Bodies(project).validateLiteral(call, body)
                .or(() -> project.check().flatMap(check -> new PriorityCheck(project).violation(body)))
                .orElseGet(() -> send(call, body));
    }

    private Result send(Call call, JsonNode body) {
        return project.send(call, Address.NONE, body).fold(response -> updated(response, body), Result.Failure::of);
    }

    private static Result updated(Success response, JsonNode body) {
        JsonNode priority = response.body().isObject() ? response.body() : body;
        return new Result.Success(Outcome.UPDATED, response.status(), priority, null, null);
    }
}
