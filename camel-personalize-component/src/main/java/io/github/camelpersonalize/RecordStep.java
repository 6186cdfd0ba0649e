// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.converge.Outcome;
import io.github.camelpersonalize.converge.Project;
import io.github.camelpersonalize.converge.Result;
import io.github.camelpersonalize.converge.Target;

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
            case create, updatePriority -> item.fault() == null ? run(Target.NONE, item) : rejected(unreadable(item));
            case update -> item.fault() == null ? aimed(item) : rejected(unreadable(item));
            case get, delete -> aimed(item);
            case list, getPriority, listRegions, listCountries, listCities -> run(Target.NONE, item);
        };
    }

    private Result aimed(InputRecord item) {
        TargetReader.Found found = new TargetReader(settings).of(item);
        return found instanceof TargetReader.Found.It it ? run(it.target(), item) : rejected(((TargetReader.Found.Not) found).problem());
    }

    private Result run(Target target, InputRecord item) {
        return project.carryOut(settings.resource(), operation, target, item.body());
    }

    private static Result rejected(Problem problem) {
        return new Result.Failed(Outcome.REJECTED, problem);
    }

    private static Problem unreadable(InputRecord item) {
        return Problem.rejected("UNREADABLE", item.fault());
    }
}
