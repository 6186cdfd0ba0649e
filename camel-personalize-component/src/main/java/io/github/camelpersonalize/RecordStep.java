// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.converge.Batch;
import io.github.camelpersonalize.converge.Project;
import io.github.camelpersonalize.converge.Result;
import io.github.camelpersonalize.converge.Target;
import io.github.camelpersonalize.converge.Wish;

/** Carries out an operation for one record. */
final class RecordStep {

    private final EndpointSettings settings;
    private final Operation operation;
    private final Project project;
    private final Batch batch;

    /**
     * @param batch for what is more than the operation on its own
     */
    RecordStep(EndpointSettings settings, Operation operation, Project project, Batch batch) {
        this.settings = settings;
        this.operation = operation;
        this.project = project;
        this.batch = batch;
    }

    Result carryOut(InputRecord item) {
        return switch (operation) {
            case create, update, upsert, delete -> write(new WishReader(settings).of(operation, item));
            case get -> aimed(item);
            case updatePriority -> item.fault() == null
                    ? project.carryOut(settings.resource(), operation, Target.NONE, item.body())
                    : Result.Failed.of(Problem.rejected("UNREADABLE", item.fault()));
            default -> project.carryOut(settings.resource(), operation, Target.NONE, null);
        };
    }

    /**
     * A deletion that was not the operation is a tombstone's, for which nobody has looked whether the definition is in use. And what has a version
     * may be older than what was written.
     */
    private Result write(Wish wish) {
        if (wish.ended() != null) {
            return wish.ended();
        }
        return wish.operation() == operation && wish.version() == null
                ? project.carryOut(wish.resource(), operation, wish.target(), wish.body())
                : batch.carryOut(List.of(wish)).get(0);
    }

    private Result aimed(InputRecord item) {
        TargetReader.Found found = new TargetReader(settings).of(item);
        return found instanceof TargetReader.Found.It it
                ? project.carryOut(settings.resource(), operation, it.target(), item.body())
                : Result.Failed.of(((TargetReader.Found.Not) found).problem());
    }
}
