// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.converge.Batch;
import io.github.camelpersonalize.converge.Coordinates;
import io.github.camelpersonalize.converge.DesiredState;
import io.github.camelpersonalize.converge.OnConflict;
import io.github.camelpersonalize.converge.ProjectResult;
import io.github.camelpersonalize.converge.Result;
import io.github.camelpersonalize.converge.Settled;
import io.github.camelpersonalize.converge.Wish;
import io.github.camelpersonalize.converge.manifest.Entry;
import io.github.camelpersonalize.converge.manifest.Fault;
import io.github.camelpersonalize.converge.manifest.Manifest;
import io.github.camelpersonalize.converge.manifest.ManifestReader;
import io.github.camelpersonalize.converge.manifest.Reading;
import io.github.camelpersonalize.converge.plan.Plan;
import io.github.camelpersonalize.model.JsonFault;
import org.apache.camel.Message;

/** Carries out an operation on the project as a whole. */
final class ProjectStep {

    private static final String IS_UPSERT = "an upsert sets no order of priority; use operation=apply";

    private final ManifestInput input;
    private final Batch batch;
    private final DesiredState state;

    ProjectStep(ManifestInput input, Batch batch, DesiredState state) {
        this.input = input;
        this.batch = batch;
        this.state = state;
    }

    ProjectResult carryOut(Operation operation, Message message) {
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
        } catch (JsonFault e) {
            return failed(List.of(new FieldError("", e.getMessage())));
        }
    }

    /** All manifests of the message are one: half a manifest that is applied would delete what the other half names. */
    private ProjectResult whole(Message message, Function<Manifest, ProjectResult> use) {
        List<Manifest> manifests = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (ManifestInput.Part part : input.read(message)) {
            if (part.reading() instanceof Reading.Read read) {
                manifests.add(read.manifest());
            } else if (part.reading() instanceof Reading.Faulty faulty) {
                faults.addAll(faulty.faults());
            }
        }
        Reading merged = faults.isEmpty() ? ManifestReader.merge(manifests) : new Reading.Faulty(faults);
        return merged instanceof Reading.Read read ? use.apply(read.manifest()) : failed(errors((Reading.Faulty) merged));
    }

    private List<Settled> upsert(Message message) {
        List<Wish> wishes = new ArrayList<>();
        input.read(message).forEach(part -> add(part, wishes));
        return batch.settle(wishes);
    }

    private static void add(ManifestInput.Part part, List<Wish> wishes) {
        if (part.reading() instanceof Reading.Faulty faulty) {
            wishes.add(refused(part.from(), errors(faulty)));
        } else if (part.reading() instanceof Reading.Read read) {
            OnConflict onConflict = read.manifest().onConflict().flatMap(OnConflict::named).orElse(null);
            for (Entry entry : read.manifest().entries()) {
                wishes.add(Wish.of(entry.resource(), Operation.upsert, entry.definition(), from(part, entry)).onConflict(onConflict));
            }
            read.manifest().priority()
                    .ifPresent(order -> wishes.add(refused(part.from(), List.of(new FieldError("/priority", IS_UPSERT)))));
        }
    }

    /** A record of Kafka is told by its offset, an entry of a document by its line. */
    private static Coordinates from(ManifestInput.Part part, Entry entry) {
        boolean isKafka = part.from() != null && part.from().partition() != null;
        return isKafka || !entry.position().isKnown()
                ? part.from()
                : Coordinates.line(Optional.ofNullable(entry.position().source()).orElse("manifest"), entry.position().line());
    }

    private static Wish refused(Coordinates from, List<FieldError> faults) {
        return Wish.ended(Resource.project, Operation.upsert, null, from, rejected(faults));
    }

    private static ProjectResult failed(List<FieldError> faults) {
        return new ProjectResult.Failed(rejected(faults));
    }

    private static Result.Failed rejected(List<FieldError> faults) {
        return Result.Failed.of(Problem.rejected("INVALID",
                String.join("; ", faults.stream().map(FieldError::message).toList()), faults));
    }

    private static List<FieldError> errors(Reading.Faulty faulty) {
        return faulty.faults().stream().map(fault -> new FieldError(fault.pointer(), fault.toString())).toList();
    }
}
