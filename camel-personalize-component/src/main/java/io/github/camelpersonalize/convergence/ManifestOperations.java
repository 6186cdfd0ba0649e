// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.Batch;
import io.github.camelpersonalize.batch.ManifestPart;
import io.github.camelpersonalize.batch.WriteRequest;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.manifest.Entry;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.plan.Plan;
import org.jspecify.annotations.Nullable;

/** Carries out an operation on the project as a whole. */
public final class ManifestOperations {

    private static final String IS_UPSERT = "an upsert does not set the priority; use operation=apply";

    private final Batch batch;
    private final DesiredState state;

    public ManifestOperations(Batch batch, DesiredState state) {
        this.batch = batch;
        this.state = state;
    }

    /**
     * Carries out an operation.
     *
     * @param parts the manifests that it is about; what only reads needs none
     */
    public ProjectResult execute(Operation operation, List<ManifestPart> parts) {
        return switch (operation) {
            case plan -> whole(parts, state::plan);
            case apply -> whole(parts, state::apply);
            case export -> state.export();
            case unused -> state.unused();
            case upsert -> new ProjectResult.Report(upsert(parts));
            default -> throw new IllegalArgumentException(operation + " is about no project");
        };
    }

    /** Applies a plan that was made earlier. */
    public ProjectResult apply(Plan plan) {
        return state.apply(plan);
    }

    /** All parts are one manifest: half a manifest that is applied would delete what the other half contains. */
    private static ProjectResult whole(List<ManifestPart> parts, Function<Manifest, ProjectResult> use) {
        ParseResult merged = ManifestReader.merge(parts.stream().map(ManifestPart::reading).toList());
        return merged.fold(use, diagnostics -> failed(errors(diagnostics)));
    }

    private List<WriteResult> upsert(List<ManifestPart> parts) {
        List<WriteRequest> requests = new ArrayList<>();
        for (ManifestPart part : parts) {
            if (part.reading() instanceof ParseResult.Parsed parsed) {
                add(part, parsed.manifest(), requests);
            } else if (part.reading() instanceof ParseResult.Invalid invalid) {
                requests.add(rejectedRequest(part.from(), errors(invalid.diagnostics())));
            }
        }
        return batch.write(requests);
    }

    private static void add(ManifestPart part, Manifest manifest, List<WriteRequest> requests) {
        OnConflict onConflict = manifest.onConflict().flatMap(OnConflict::named).orElse(null);
        for (Entry entry : manifest.entries()) {
            requests.add(WriteRequest.upsert(entry.resource(), entry.definition(), from(part, entry), onConflict));
        }
        manifest.priority().ifPresent(order -> requests.add(rejectedRequest(part.from(), List.of(new FieldError("/priority", IS_UPSERT)))));
    }

    /** A record of Kafka is identified by its offset, an entry of a document by its line. */
    private static @Nullable Coordinates from(ManifestPart part, Entry entry) {
        boolean isKafka = part.from() != null && part.from().partition() != null;
        return isKafka || !entry.position().isKnown()
                ? part.from()
                : Coordinates.line(Optional.ofNullable(entry.position().source()).orElse("manifest"), entry.position().line());
    }

    private static WriteRequest rejectedRequest(@Nullable Coordinates from, List<FieldError> errors) {
        return WriteRequest.ended(Resource.project, Operation.upsert, null, from, rejected(errors));
    }

    private static ProjectResult failed(List<FieldError> errors) {
        return new ProjectResult.Failed(rejected(errors));
    }

    private static Result.Failure rejected(List<FieldError> errors) {
        return Result.Failure.of(Problem.rejected("INVALID",
                String.join("; ", errors.stream().map(FieldError::message).toList()), errors));
    }

    private static List<FieldError> errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(error -> new FieldError(error.pointer(), error.toString())).toList();
    }
}
