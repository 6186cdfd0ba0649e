// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.converge.manifest.Mention;
import io.github.camelpersonalize.converge.manifest.Reference;
import io.github.camelpersonalize.converge.manifest.References;
import io.github.camelpersonalize.converge.plan.Action;
import io.github.camelpersonalize.converge.plan.OrderStep;
import io.github.camelpersonalize.converge.plan.Plan;
import io.github.camelpersonalize.converge.plan.Step;

/**
 * Carries out a plan, step by step. Behind a failed step it goes on with what does not depend on it; when the service is out of reach or refuses
 * the credential, the rest is not sent. Used by one thread, for one plan.
 */
final class Apply {

    private final Project project;
    private final Ledger ledger;
    private final Drift drift;
    private final Set<Reference> failed = new HashSet<>();
    private final List<Settled> settled = new ArrayList<>();
    private Problem stop;

    /**
     * @param drift tells what has changed since the plan was made
     */
    Apply(Project project, Ledger ledger, Drift drift) {
        this.project = project;
        this.ledger = ledger;
        this.drift = drift;
    }

    List<Settled> carryOut(Plan plan) {
        plan.steps().forEach(step -> settle(new Reference(step.resource(), step.key()), step));
        plan.priority().ifPresent(order -> settled.add(new Settled("priority", null, StepPlace.of(order.source()), order(order))));
        return settled;
    }

    /** An order that was right a moment ago is right: what is created comes last, and what is deleted leaves no gap. */
    private Result order(OrderStep order) {
        if (stop != null) {
            return notSent();
        }
        return drift == Drift.NONE && order.action() == Action.UNCHANGED
                ? new Result.Done(Outcome.UNCHANGED, 0, MissingNode.getInstance(), null, null)
                : new PriorityApply(project).carryOut(order);
    }

    private void settle(Reference name, Step step) {
        Result result = stop != null ? notSent() : fate(name, step);
        if (result instanceof Result.Failed failure) {
            failed.add(name);
            stop = stop == null ? stop(failure) : stop;
        }
        settled.add(new Settled(step.resource().kind(), step.key(), StepPlace.of(step.source()), result));
    }

    private Result fate(Reference name, Step step) {
        return drift.of(step).or(() -> failedNeed(step)).orElseGet(() -> switch (step.action()) {
            case CREATE -> create(name, step);
            case UPDATE -> update(step);
            case DELETE -> delete(step);
            case UNCHANGED -> unchanged(step);
            case BLOCKED -> Result.Failed.blocked("BLOCKED", step.reason());
        });
    }

    /** What is blocked has its own reason. */
    private Optional<Result> failedNeed(Step step) {
        return step.wanted() == null || step.action() == Action.BLOCKED
                ? Optional.empty()
                : References.in(step.wanted()).stream().map(Mention::reference)
                        .filter(failed::contains).findFirst()
                        .map(need -> Result.Failed.blocked("BLOCKED", "not sent, because it refers to " + need + ", which failed"));
    }

    private Result create(Reference name, Step step) {
        try {
            ledger.intend(name);
        } catch (LedgerException e) {
            return unwritable(Result.Failed.blocked(e.problem()));
        }
        Result result = write(step, wanted -> upsert(OnConflict.fail).resolve(step.resource(), wanted));
        return noted(result, () -> note(name, result));
    }

    /** Only a create that was lost ends in an update. As long as there is doubt the intent stays, until the next run sees what is there. */
    private void note(Reference name, Result result) {
        if (result instanceof Result.Done done && done.outcome() != Outcome.UNCHANGED) {
            ledger.created(name, done.uid());
        } else if (result instanceof Result.Done || !((Result.Failed) result).inDoubt()) {
            ledger.refused(name);
        }
    }

    /** It creates nothing: that would have to be noted first, and nobody has planned it. */
    private Result update(Step step) {
        return write(step, wanted -> upsert(OnConflict.update).change(step.resource(), step.key(), wanted));
    }

    private Upsert upsert(OnConflict onConflict) {
        return new Upsert(project, onConflict, project.begun());
    }

    private Result write(Step step, Function<JsonNode, Result> write) {
        Bodies bodies = new Bodies(project);
        JsonNode wanted = bodies.writable(step.wanted());
        return bodies.faults(project.call(step.resource(), Operation.create), wanted)
                .orElseGet(() -> write.apply(wanted));
    }

    private static Result unchanged(Step step) {
        return Result.Done.unchanged(step.resource(), step.held(), step.warnings().isEmpty() ? null : String.join("; ", step.warnings()));
    }

    private Result delete(Step step) {
        Wish wish = Wish.deletion(step.resource(), new Target(new Uid(step.uid()), step.key()), null);
        Result result = new SingleWish(project).carryOut(wish);
        return result instanceof Result.Done ? noted(result, () -> ledger.deleted(step.resource(), step.uid())) : result;
    }

    /** What was done is told as it is, also where the ledger cannot be told: it knows the intent, or compares itself the next time. */
    private Result noted(Result result, Runnable note) {
        try {
            note.run();
            return result;
        } catch (LedgerException e) {
            return unwritable(result.then(done -> done.withNote(e.getMessage()), failed -> failed.withNote(e.getMessage())));
        }
    }

    /** Nothing more is created that nobody would know to be ours. */
    private Result unwritable(Result result) {
        stop = LedgerException.NOT_SENT;
        return result;
    }

    /** What becomes of the rest after this failure, if nothing more is sent. */
    private static Problem stop(Result.Failed failure) {
        return switch (failure.problem().kind()) {
            case REJECTED -> null;
            case UNAVAILABLE ->
                Problem.rejected(Result.Failed.NOT_SENT, "not sent, because an item before it found the service out of reach");
            case UNAUTHORIZED ->
                Problem.rejected(Result.Failed.NOT_SENT, "not sent, because an item before it found the credential refused");
        };
    }

    private Result notSent() {
        return Result.Failed.blocked(stop);
    }
}
