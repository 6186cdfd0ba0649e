// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.client.Problem;

/** Makes bodies ready to be sent. */
final class Bodies {

    private final Project project;

    Bodies(Project project) {
        this.project = project;
    }

    /** A copy without the members that only the service sets. */
    JsonNode writable(JsonNode body) {
        return body.isObject() ? ((ObjectNode) body.deepCopy()).remove(project.dialect().readOnlyMembers()) : body;
    }

    /** All that is wrong with it, as one failure. */
    Optional<Result> faults(Call call, JsonNode body) {
        return objection(project.check().map(check -> check.faults(call, body)).orElse(List.of()));
    }

    /** These faults as one failure, if there are any. */
    static Optional<Result> objection(List<FieldError> faults) {
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        String message = faults.stream().map(FieldError::toString).collect(Collectors.joining("; "));
        return Optional.of(Result.Failed.of(Problem.rejected("INVALID", message, faults)));
    }
}
