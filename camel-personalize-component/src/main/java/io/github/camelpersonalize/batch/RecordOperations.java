// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;

import io.github.camelpersonalize.EndpointSettings;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Operations;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Target;

/** Carries out an operation for one record. */
public final class RecordOperations {

    private final EndpointSettings settings;
    private final Operation operation;
    private final Project project;
    private final Batch batch;

    /**
     * @param batch for what is more than the operation on its own
     */
    public RecordOperations(EndpointSettings settings, Operation operation, Project project, Batch batch) {
        this.settings = settings;
        this.operation = operation;
        this.project = project;
        this.batch = batch;
    }

    public Result execute(InputRecord item) {
        return switch (operation) {
            case create, update, upsert, delete -> write(new WriteRequestReader(settings).of(operation, item));
            case get -> aimed(item);
            case updatePriority -> item.fault() == null
                    ? new Operations(project).execute(settings.resource(), operation, Target.NONE, item.body())
                    : Result.Failure.of(Problem.rejected("UNREADABLE", item.fault()));
            default -> new Operations(project).execute(settings.resource(), operation, Target.NONE, null);
        };
    }

    /**
     * A deletion that was not the operation is a tombstone's, for which nobody has looked whether the definition is in use. And what has a version
     * may be older than what was written.
     */
    private Result write(WriteRequest request) {
        if (request.ended() != null) {
            return request.ended();
        }
        return request.operation() == operation && request.version() == null
                ? new Operations(project).execute(request.resource(), operation, request.target(), request.body())
                : batch.execute(List.of(request)).get(0);
    }

    private Result aimed(InputRecord item) {
        TargetReader.Found found = new TargetReader(settings).of(item);
        return found instanceof TargetReader.Found.It it
                ? new Operations(project).execute(settings.resource(), operation, it.target(), item.body())
                : Result.Failure.of(((TargetReader.Found.Not) found).problem());
    }
}
