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
import io.github.camelpersonalize.batch.WriteRequest;
import io.github.camelpersonalize.binding.ManifestInput;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.document.Diagnostic;
import io.github.camelpersonalize.manifest.Entry;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.manifest.ManifestReader;
import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Message;

/** Carries out an operation on the project as a whole. */
public final class ManifestOperations {

    private static final String IS_UPSERT = "an upsert sets no order of priority; use operation=apply";

    private final ManifestInput input;
    private final Batch batch;
    private final DesiredState state;

    public ManifestOperations(ManifestInput input, Batch batch, DesiredState state) {
        this.input = input;
        this.batch = batch;
        this.state = state;
    }

    public ProjectResult execute(Operation operation, Message message) {
        return switch (operation) {
            case plan -> whole(message, state::plan);
            case apply -> apply(message);
            case export -> state.export();
            case upsert -> new ProjectResult.Report(upsert(message));
            default -> throw new IllegalArgumentException(operation + " is about no project");
        };
    }

    private ProjectResult apply(Message message) {
        try {
            Optional<Plan> plan = ManifestInput.plan(message);
            return plan.isPresent() ? state.apply(plan.get()) : whole(message, state::apply);
        } catch (JsonException e) {
            return failed(List.of(new FieldError("", e.getMessage())));
        }
    }

    /** All manifests of the message are one: half a manifest that is applied would delete what the other half names. */
    private ProjectResult whole(Message message, Function<Manifest, ProjectResult> use) {
        List<Manifest> manifests = new ArrayList<>();
        List<Diagnostic> faults = new ArrayList<>();
        for (ManifestInput.Part part : input.read(message)) {
            if (part.reading() instanceof ParseResult.Parsed read) {
                manifests.add(read.manifest());
            } else if (part.reading() instanceof ParseResult.Invalid faulty) {
                faults.addAll(faulty.diagnostics());
            }
        }
        ParseResult merged = faults.isEmpty() ? ManifestReader.merge(manifests) : new ParseResult.Invalid(faults);
        return merged instanceof ParseResult.Parsed read ? use.apply(read.manifest()) : failed(errors((ParseResult.Invalid) merged));
    }

    private List<WriteResult> upsert(Message message) {
        List<WriteRequest> requests = new ArrayList<>();
        input.read(message).forEach(part -> add(part, requests));
        return batch.write(requests);
    }

    private static void add(ManifestInput.Part part, List<WriteRequest> requests) {
        if (part.reading() instanceof ParseResult.Invalid faulty) {
            requests.add(refused(part.from(), errors(faulty)));
        } else if (part.reading() instanceof ParseResult.Parsed read) {
            OnConflict onConflict = read.manifest().onConflict().flatMap(OnConflict::named).orElse(null);
            for (Entry entry : read.manifest().entries()) {
                requests.add(
                        WriteRequest.of(entry.resource(), Operation.upsert, entry.definition(), from(part, entry)).onConflict(onConflict));
            }
            read.manifest().priority()
                    .ifPresent(order -> requests.add(refused(part.from(), List.of(new FieldError("/priority", IS_UPSERT)))));
        }
    }

    /** A record of Kafka is told by its offset, an entry of a document by its line. */
    private static Coordinates from(ManifestInput.Part part, Entry entry) {
        boolean isKafka = part.from() != null && part.from().partition() != null;
        return isKafka || !entry.position().isKnown()
                ? part.from()
                : Coordinates.line(Optional.ofNullable(entry.position().source()).orElse("manifest"), entry.position().line());
    }

    private static WriteRequest refused(Coordinates from, List<FieldError> faults) {
        return WriteRequest.ended(Resource.project, Operation.upsert, null, from, rejected(faults));
    }

    private static ProjectResult failed(List<FieldError> faults) {
        return new ProjectResult.Failed(rejected(faults));
    }

    private static Result.Failure rejected(List<FieldError> faults) {
        return Result.Failure.of(Problem.rejected("INVALID",
                String.join("; ", faults.stream().map(FieldError::message).toList()), faults));
    }

    private static List<FieldError> errors(ParseResult.Invalid faulty) {
        return faulty.diagnostics().stream().map(fault -> new FieldError(fault.pointer(), fault.toString())).toList();
    }
}
