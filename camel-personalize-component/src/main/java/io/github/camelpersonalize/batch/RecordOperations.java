// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.project.Operations;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.queries.Queries;
import io.github.camelpersonalize.versions.VersionOperations;

/** Carries out an operation for records: for one, or for a batch of them. */
public final class RecordOperations {

    private final RecordRules rules;
    private final Resource resource;
    private final Project project;
    private final Supplier<Batch> batch;
    private final CallOptions options;

    /**
     * @param batch makes what carries out batches, tombstones, and records with a version
     */
    public RecordOperations(RecordRules rules, Project project, Supplier<Batch> batch, CallOptions options) {
        this.rules = rules;
        this.resource = rules.resource();
        this.project = project;
        this.batch = batch;
        this.options = options;
    }

    /** Carries out an operation that writes, for each record, and reports what became of each, in their order. */
    public List<WriteResult> execute(Operation operation, List<InputRecord> items) {
        WriteRequestReader reader = new WriteRequestReader(rules);
        return batch.get().write(items.stream().map(item -> reader.of(operation, item)).toList());
    }

    /** Carries out the operation for one record. */
    public Result execute(Operation operation, InputRecord item) {
        return switch (operation) {
            case create, update, upsert, delete -> write(operation, item);
            case get -> get(item);
            case updatePriority -> fault(item).orElseGet(
                    () -> new Operations(project).execute(resource, operation, Target.NONE, item.body()));
            case list, listRegions, listCountries, listCities ->
                new Queries(project, options.parameters()).list(resource, operation);
            case createVersion, updateVersion -> fault(item).orElseGet(() -> ofVersion(operation, item));
            case listVersions, deleteVersion, activate, pause -> ofVersion(operation, item);
            case getSummary, getTimeSeries -> new VersionTargetReader(rules).of(item)
                    .toResult(target -> new Queries(project, options.parameters()).analytics(resource, operation, target));
            default -> new Operations(project).execute(resource, operation, Target.NONE, null);
        };
    }

    private Result ofVersion(Operation operation, InputRecord item) {
        return new VersionTargetReader(rules).of(item).toResult(
                target -> new VersionOperations(project, options.waitForSync()).execute(resource, operation, target, item.body()));
    }

    /** Why its body cannot be written, if there is a reason. */
    private static Optional<Result> fault(InputRecord item) {
        return Optional.ofNullable(item.fault()).map(fault -> Result.Failure.of(Problem.rejected("UNREADABLE", fault)));
    }

    /**
     * A batch carries out what is more than the operation: the deletion for a tombstone, which must check whether the definition is in use, and a
     * record with a version, which may be older than the one written before.
     */
    private Result write(Operation operation, InputRecord item) {
        WriteRequest request = new WriteRequestReader(rules).of(operation, item);
        if (request.ended() != null) {
            return request.ended();
        }
        return request.operation() == operation && request.version() == null
                ? new Operations(project).execute(request.resource(), operation, request.target(), request.body())
                : batch.get().execute(List.of(request)).get(0);
    }

    private Result get(InputRecord item) {
        return new TargetReader(rules).of(item)
                .toResult(target -> new Operations(project).execute(resource, Operation.get, target, item.body()));
    }
}
