// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.converge.Batch;
import io.github.camelpersonalize.converge.Outcome;
import io.github.camelpersonalize.converge.Project;
import io.github.camelpersonalize.converge.Result;
import io.github.camelpersonalize.converge.Target;
import io.github.camelpersonalize.converge.Wish;

/** Carries out an operation for one record. */
final class RecordStep {

    private final EndpointSettings settings;
    private final Operation operation;
    private final Project project;

    RecordStep(EndpointSettings settings, Operation operation, Project project) {
        this.settings = settings;
        this.operation = operation;
        this.project = project;
    }

    Result carryOut(InputRecord item) {
        return switch (operation) {
            case create, update, upsert, delete -> write(new WishReader(settings).of(operation, item));
            case get -> aimed(item);
            case updatePriority -> item.fault() == null
                    ? project.carryOut(settings.resource(), operation, Target.NONE, item.body())
                    : rejected(Problem.rejected("UNREADABLE", item.fault()));
            default -> project.carryOut(settings.resource(), operation, Target.NONE, null);
        };
    }

    /** A deletion that was not the operation is a tombstone's, for which nobody has looked whether the definition is in use. */
    private Result write(Wish wish) {
        if (wish.ended() != null) {
            return wish.ended();
        }
        return wish.operation() == operation
                ? project.carryOut(wish.resource(), operation, wish.target(), wish.body())
                : new Batch(project).carryOut(List.of(wish)).get(0);
    }

    private Result aimed(InputRecord item) {
        TargetReader.Found found = new TargetReader(settings).of(item);
        return found instanceof TargetReader.Found.It it
                ? project.carryOut(settings.resource(), operation, it.target(), item.body())
                : rejected(((TargetReader.Found.Not) found).problem());
    }

    private static Result rejected(Problem problem) {
        return new Result.Failed(Outcome.REJECTED, problem);
    }
}
