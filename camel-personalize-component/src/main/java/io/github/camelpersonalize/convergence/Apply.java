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
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.batch.WriteExecutor;
import io.github.camelpersonalize.batch.WriteRequest;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.plan.PriorityStep;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.Bodies;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Upsert;
import org.jspecify.annotations.Nullable;

/**
 * Executes a plan, step by step. After a failed step it continues with what does not depend on it; when the service is out of reach or refuses the
 * credential, the rest is not sent. Used by one thread, for one plan.
 */
final class Apply {

    private final Project project;
    private final Ledger ledger;
    private final Drift drift;
    private final Pruning pruning;
    private final ActualState state;
    private final Progress progress;
    private final Set<Reference> failed = new HashSet<>();
    private final List<WriteResult> results = new ArrayList<>();
    private @Nullable Problem stop;

    /** Why no deletion is executed any more: another step is blocked, or has failed. */
    private @Nullable String obstacle;

    /**
     * @param drift finds what has changed since the plan was made
     * @param pruning what may be deleted
     * @param state the definitions that the plan is about, as they were when the work began
     * @param progress is told of each step that has ended
     */
    Apply(Project project, Ledger ledger, Drift drift, Pruning pruning, ActualState state, Progress progress) {
        this.project = project;
        this.ledger = ledger;
        this.drift = drift;
        this.pruning = pruning;
        this.state = state;
        this.progress = progress;
    }

    List<WriteResult> execute(Plan plan) {
        obstacle = plan.obstacle().map(blocked -> blocked + " is blocked").orElse(null);
        for (Step step : plan.steps()) {
            execute(new Reference(step.resource(), step.key()), step);
            progress.ended(results.get(results.size() - 1).result(), results.size(), plan.steps().size());
        }
        plan.priority()
                .ifPresent(order -> results.add(new WriteResult("priority", null, StepCoordinates.of(order.source()), order(plan, order))));
        return results;
    }

    private Result order(Plan plan, PriorityStep order) {
        if (stop != null) {
            return Result.Failure.blocked(stop);
        }
        return drift.check(order).orElseGet(() -> isInPlace(plan, order)
                ? new Result.Success(Outcome.UNCHANGED, 0, MissingNode.getInstance(), null, null)
                : new PriorityApply(project).execute(order));
    }

    /** A priority that matched a moment ago still matches, as what is deleted leaves no gap. The service decides where it puts what is created. */
    private boolean isInPlace(Plan plan, PriorityStep order) {
        return drift == Drift.NONE && order.action() == Action.UNCHANGED && plan.steps().stream()
                .noneMatch(step -> step.resource() == Resource.experiences && step.action() == Action.CREATE);
    }

    private void execute(Reference name, Step step) {
        Result result = stop != null ? Result.Failure.blocked(stop) : outcome(name, step);
        if (result instanceof Result.Failure failure) {
            failed.add(name);
            obstacle = obstacle == null && !step.isDeletion() ? name + " failed" : obstacle;
            stop = stop == null ? stop(failure) : stop;
        }
        results.add(new WriteResult(step.resource().kind(), step.key(), StepCoordinates.of(step.source()), result));
    }

    private Result outcome(Reference name, Step step) {
        return drift.check(step).or(() -> blockedByFailed(step)).or(() -> heldBack(step)).orElseGet(() -> switch (step.action()) {
            case CREATE -> isBegun(step) ? update(step) : create(name, step);
            case UPDATE -> update(step);
            case DELETE -> delete(step);
            case UNCHANGED -> unchanged(step);
            case BLOCKED -> Result.Failure.blocked("BLOCKED", step.reason());
        });
    }

    /** What an earlier run has created is finished. That it is nobody else's, the check of drift has found out. */
    private boolean isBegun(Step step) {
        return state.of(step.resource()).onlyWithKey(step.key()).isPresent();
    }

    /** A step that is blocked has its own reason. */
    private Optional<Result> blockedByFailed(Step step) {
        if (step.after() == null || step.action() == Action.BLOCKED) {
            return Optional.empty();
        }
        return References.in(project.dialect(), step.after()).stream().map(ReferenceSite::reference).filter(failed::contains).findFirst()
                .map(used -> Result.Failure.blocked("BLOCKED", "not sent, because it refers to " + used + ", which failed"));
    }

    /** The endpoint decides what is deleted, and not the plan, which may be of another one. */
    private Optional<Result> heldBack(Step step) {
        if (step.action() != Action.DELETE) {
            return Optional.empty();
        }
        return pruning.violation(step.resource(), step.before(), state).map(why -> "not deleted, because " + why)
                .or(() -> Optional.ofNullable(obstacle).filter(any -> !pruning.policy().whenBlocked()).map(Pruning::behind))
                .map(why -> Result.Failure.blocked("BLOCKED", why));
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

    /** Only a create whose response was lost ends in an update. While a create is in doubt the intent stays, until the next run lists what is there. */
    private void note(Reference name, Result result) {
        if (result instanceof Result.Success success && success.outcome() != Outcome.UNCHANGED) {
            ledger.created(name, success.uid());
        } else if (result instanceof Result.Success || !((Result.Failure) result).inDoubt()) {
            ledger.refused(name);
        }
    }

    /** It creates nothing: that is not in the plan, and the ledger would not know it. */
    private Result update(Step step) {
        return write(step, desired -> upsert(OnConflict.update).change(step.resource(), step.key(), desired))
                .recover(failed -> failed.isNotFound() ? Drift.gone() : failed);
    }

    private Upsert upsert(OnConflict onConflict) {
        return new Upsert(project, onConflict, project.startedAt());
    }

    private Result write(Step step, Function<JsonNode, Result> write) {
        Bodies bodies = new Bodies(project);
        JsonNode desired = bodies.writable(step.resource(), step.after());
        return bodies.validateDefinition(step.resource(), desired).orElseGet(() -> write.apply(desired));
    }

    private static Result unchanged(Step step) {
        String note = step.warnings().isEmpty() ? null : String.join("; ", step.warnings());
        return Result.Success.unchanged(step.resource(), step.before(), note);
    }

    private Result delete(Step step) {
        WriteRequest request = WriteRequest.deletion(step.resource(), new Target(new Uid(step.uid()), step.key()), null);
        Result result = new WriteExecutor(project).execute(request);
        return result instanceof Result.Success ? noted(result, () -> ledger.deleted(step.resource(), step.uid())) : result;
    }

    /** The result of a write is reported also when the ledger cannot be written: it has the intent, or is compared the next time. */
    private Result noted(Result result, Runnable note) {
        try {
            note.run();
            return result;
        } catch (LedgerException e) {
            String why = e.problem().message();
            return unwritable(result.fold(success -> success.withNote(why), failed -> failed.withNote(why)));
        }
    }

    /** Nothing more is created: the ledger would not know it. */
    private Result unwritable(Result result) {
        stop = LedgerException.NOT_SENT;
        return result;
    }

    /** The problem of the rest after this failure, if nothing more is sent. */
    private static @Nullable Problem stop(Result.Failure failure) {
        return failure.problem().category().isOutage() ? failure.problem().notSent() : null;
    }
}
