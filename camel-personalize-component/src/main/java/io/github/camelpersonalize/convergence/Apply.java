// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.batch.WriteExecutor;
import io.github.camelpersonalize.batch.WriteRequest;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.Bodies;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Target;
import io.github.camelpersonalize.project.Upsert;

/**
 * Carries out a plan, step by step. Behind a failed step it goes on with what does not depend on it; when the service is out of reach or refuses
 * the credential, the rest is not sent. Used by one thread, for one plan.
 */
final class Apply {

    private final Project project;
    private final Ledger ledger;
    private final Drift drift;
    private final Set<Reference> failed = new HashSet<>();
    private final List<WriteResult> settled = new ArrayList<>();
    private Problem stop;

    /**
     * @param drift tells what has changed since the plan was made
     */
    Apply(Project project, Ledger ledger, Drift drift) {
        this.project = project;
        this.ledger = ledger;
        this.drift = drift;
    }

    List<WriteResult> execute(Plan plan) {
        plan.steps().forEach(step -> resolve(new Reference(step.resource(), step.key()), step));
        plan.priority()
                .ifPresent(order -> settled.add(new WriteResult("priority", null, StepCoordinates.of(order.source()), order(order))));
        return settled;
    }

    /** An order that was right a moment ago is right: what is created comes last, and what is deleted leaves no gap. */
    private Result order(PriorityStep order) {
        if (stop != null) {
            return notSent();
        }
        return drift == Drift.NONE && order.action() == Action.UNCHANGED
                ? new Result.Success(Outcome.UNCHANGED, 0, MissingNode.getInstance(), null, null)
                : new PriorityApply(project).execute(order);
    }

    private void resolve(Reference name, Step step) {
        Result result = stop != null ? notSent() : outcome(name, step);
        if (result instanceof Result.Failure failure) {
            failed.add(name);
            stop = stop == null ? stop(failure) : stop;
        }
        settled.add(new WriteResult(step.resource().kind(), step.key(), StepCoordinates.of(step.source()), result));
    }

    private Result outcome(Reference name, Step step) {
        return drift.of(step).or(() -> failedNeed(step)).orElseGet(() -> switch (step.action()) {
            case CREATE -> create(name, step);
            case UPDATE -> update(step);
            case DELETE -> delete(step);
            case UNCHANGED -> unchanged(step);
            case BLOCKED -> Result.Failure.blocked("BLOCKED", step.reason());
        });
    }

    /** What is blocked has its own reason. */
    private Optional<Result> failedNeed(Step step) {
        return step.after() == null || step.action() == Action.BLOCKED
                ? Optional.empty()
                : References.in(step.after()).stream().map(ReferenceSite::reference)
                        .filter(failed::contains).findFirst()
                        .map(need -> Result.Failure.blocked("BLOCKED", "not sent, because it refers to " + need + ", which failed"));
    }

    private Result create(Reference name, Step step) {
        try {
            ledger.intend(name);
        } catch (LedgerException e) {
            return unwritable(Result.Failure.blocked(e.problem()));
        }
        Result result = write(step, desired -> upsert(OnConflict.fail).resolve(step.resource(), desired));
        return noted(result, () -> note(name, result));
    }

    /** Only a create that was lost ends in an update. As long as there is doubt the intent stays, until the next run sees what is there. */
    private void note(Reference name, Result result) {
        if (result instanceof Result.Success done && done.outcome() != Outcome.UNCHANGED) {
            ledger.created(name, done.uid());
        } else if (result instanceof Result.Success || !((Result.Failure) result).inDoubt()) {
            ledger.refused(name);
        }
    }

    /** It creates nothing: that would have to be noted first, and nobody has planned it. */
    private Result update(Step step) {
        return write(step, desired -> upsert(OnConflict.update).change(step.resource(), step.key(), desired))
                .recover(failed -> failed.isNotFound() ? Drift.gone() : failed);
    }

    private Upsert upsert(OnConflict onConflict) {
        return new Upsert(project, onConflict, project.startedAt());
    }

    private Result write(Step step, Function<JsonNode, Result> write) {
        Bodies bodies = new Bodies(project);
        JsonNode desired = bodies.writable(step.after());
        return bodies.validate(project.call(step.resource(), Operation.create), desired)
                .orElseGet(() -> write.apply(desired));
    }

    private static Result unchanged(Step step) {
        return Result.Success.unchanged(step.resource(), step.before(),
                step.warnings().isEmpty() ? null : String.join("; ", step.warnings()));
    }

    private Result delete(Step step) {
        WriteRequest request = WriteRequest.deletion(step.resource(), new Target(new Uid(step.uid()), step.key()), null);
        Result result = new WriteExecutor(project).execute(request);
        return result instanceof Result.Success ? noted(result, () -> ledger.deleted(step.resource(), step.uid())) : result;
    }

    /** What was done is told as it is, also where the ledger cannot be told: it knows the intent, or compares itself the next time. */
    private Result noted(Result result, Runnable note) {
        try {
            note.run();
            return result;
        } catch (LedgerException e) {
            return unwritable(result.fold(done -> done.withNote(e.getMessage()), failed -> failed.withNote(e.getMessage())));
        }
    }

    /** Nothing more is created that nobody would know to be ours. */
    private Result unwritable(Result result) {
        stop = LedgerException.NOT_SENT;
        return result;
    }

    /** What becomes of the rest after this failure, if nothing more is sent. */
    private static Problem stop(Result.Failure failure) {
        return switch (failure.problem().category()) {
            case REJECTED -> null;
            case UNAVAILABLE ->
                Problem.rejected(Result.Failure.NOT_SENT, "not sent, because an item before it found the service out of reach");
            case UNAUTHORIZED ->
                Problem.rejected(Result.Failure.NOT_SENT, "not sent, because an item before it found the credential refused");
        };
    }

    private Result notSent() {
        return Result.Failure.blocked(stop);
    }
}
