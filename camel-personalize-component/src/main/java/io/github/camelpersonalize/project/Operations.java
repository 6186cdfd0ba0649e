// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;

/** The operations on the definitions of a project, a line each. */
public final class Operations {

    private final Project project;

    public Operations(Project project) {
        this.project = project;
    }

    /**
     * Executes an operation that the dialect offers for the resource.
     *
     * @param target the definition that it is about, or {@link Target#NONE}
     * @param body what to write, or {@code null} when the operation only reads
     */
    public Result execute(Resource resource, Operation operation, Target target, JsonNode body) {
        return switch (operation) {
            case get -> new Get(project).execute(resource, target);
            case create -> new Create(project).execute(resource, body);
            case update -> new Update(project).execute(resource, target, body);
            case delete -> new Delete(project).execute(resource, target);
            case upsert -> new Upsert(project, project.policy().onConflict(), project.oldestUsable()).execute(resource, body);
            case list -> project.list(project.call(resource, operation));
            case getPriority -> new Get(project).object(project.call(resource, operation));
            case updatePriority -> new UpdatePriority(project).execute(project.call(resource, operation), body);
            default -> throw new IllegalArgumentException(operation + " is not about a definition");
        };
    }
}
