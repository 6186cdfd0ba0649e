// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.manifest.Export;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.project.PriorityOrder;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.state.StateStore;

/** The operations on a whole project: a manifest says what it should be. */
public final class DesiredState {

    private final Project project;
    private final Prune prune;
    private final int maxDeletes;
    private final StateStore store;

    /**
     * @param maxDeletes how many deletions a plan may execute
     * @param store where the ledger is kept
     */
    public DesiredState(Project project, Prune prune, int maxDeletes, StateStore store) {
        this.project = project;
        this.prune = prune;
        this.maxDeletes = maxDeletes;
        this.store = store;
    }

    /** What {@code apply} would do. Sends no write. */
    ProjectResult plan(Manifest manifest) {
        return emptied(manifest).orElseGet(() -> withLedger(ledger -> plan(manifest, ledger)));
    }

    private ProjectResult plan(Manifest manifest, Ledger ledger) {
        return actual(Planner.kinds(manifest, prune), project.startedAt())
                .flatMap(actual -> trusted(ledger, actual))
                .flatMap(actual -> planned(manifest, ledger, actual))
                .fold(ProjectResult.Document::new, ProjectResult.Failed::new);
    }

    /** Makes the project what the manifest says. */
    ProjectResult apply(Manifest manifest) {
        return emptied(manifest).orElseGet(() -> withLedger(ledger -> apply(manifest, ledger)));
    }

    private ProjectResult apply(Manifest manifest, Ledger ledger) {
        Set<Resource> kinds = Planner.kinds(manifest, prune);
        kinds.addAll(ledger.resources());
        return actual(kinds, project.startedAt())
                .flatMap(actual -> trusted(ledger, actual))
                .flatMap(actual -> compared(ledger, kinds, actual))
                .flatMap(actual -> planned(manifest, ledger, actual))
                .fold(plan -> execute(plan, ledger, Drift.NONE), ProjectResult.Failed::new);
    }

    /** Executes a plan that was made before, as far as the project is still as it was. */
    ProjectResult apply(Plan plan) {
        if (!plan.projectUid().equals(project.uid())) {
            return new ProjectResult.Failed(refused("OTHER_PROJECT", "the plan is for project \"" + plan.projectUid() + "\", not for "
                    + project.name() + "; make a plan for this project"));
        }
        return withLedger(ledger -> apply(plan, ledger));
    }

    private ProjectResult apply(Plan plan, Ledger ledger) {
        Set<Resource> kinds = kinds(plan);
        return actual(kinds, project.startedAt())
                .flatMap(actual -> compared(ledger, kinds, actual))
                .fold(actual -> execute(plan, ledger, Drift.since(project, actual)), ProjectResult.Failed::new);
    }

    /** The project as a manifest. */
    ProjectResult export() {
        return actual(EnumSet.copyOf(Manifest.RESOURCES), project.startedAt())
                .flatMap(actual -> PriorityApply.actual(project).map(priority -> exported(actual, priority)))
                .fold(ProjectResult.Document::new, ProjectResult.Failed::new);
    }

    private JsonDocument exported(ActualState actual, PriorityOrder priority) {
        Map<Resource, List<JsonNode>> definitions = new EnumMap<>(Resource.class);
        Manifest.RESOURCES.forEach(resource -> definitions.put(resource, actual.all(resource)));
        return new Export(project.dialect()).of(definitions, priority.uids());
    }

    private Fallible<ActualState> actual(Set<Resource> kinds, long since) {
        return ActualState.of(project, kinds, since);
    }

    /** An empty manifest would delete all. */
    private Optional<ProjectResult> emptied(Manifest manifest) {
        if (!manifest.isEmpty() || prune == Prune.none) {
            return Optional.empty();
        }
        return Optional.of(new ProjectResult.Failed(refused("EMPTY_MANIFEST", "the manifest is empty, and prune=" + prune
                + " would delete all definitions that it does not contain; add at least one definition, or set prune=none")));
    }

    private Fallible<ActualState> trusted(Ledger ledger, ActualState actual) {
        return new Pruning(prune, ledger).distrust(actual)
                .map(why -> Fallible.<ActualState>failed(refused("INCOMPLETE_LIST", why)))
                .orElseGet(() -> Fallible.of(actual));
    }

    private Fallible<Plan> planned(Manifest manifest, Ledger ledger, ActualState actual) {
        Pruning pruning = new Pruning(prune, ledger);
        if (manifest.priority().isEmpty()) {
            return Fallible.of(Planner.plan(project, manifest, actual, pruning, Optional.empty()));
        }
        return PriorityApply.actual(project)
                .map(priority -> Planner.plan(project, manifest, actual, pruning, Optional.of(priority.uids())));
    }

    /**
     * Brings the ledger up to date. The list may not show yet what an earlier run was about to create when it ended: it gets a moment, or the
     * definition would be created twice.
     */
    private Fallible<ActualState> compared(Ledger ledger, Set<Resource> kinds, ActualState listed) {
        Set<Resource> awaited = ledger.awaited(listed);
        if (awaited.isEmpty()) {
            ledger.compare(listed);
            return Fallible.of(listed);
        }
        if (!project.awaitListing()) {
            return Fallible.failed(Result.Failure.stopping());
        }
        Fallible<ActualState> actual = actual(awaited, project.now()).flatMap(again -> actual(kinds, project.startedAt()));
        if (!actual.isFailure()) {
            ledger.compare(actual.value());
        }
        return actual;
    }

    private ProjectResult execute(Plan plan, Ledger ledger, Drift drift) {
        int deletions = plan.counts().get(Action.DELETE);
        if (deletions > maxDeletes) {
            return new ProjectResult.Failed(refused("TOO_MANY_DELETES", "the plan deletes " + deletions
                    + " definitions, more than maxDeletes=" + maxDeletes
                    + "; nothing was sent: look at the plan, and raise maxDeletes if it is right"));
        }
        return new ProjectResult.Report(new Apply(project, ledger, drift).execute(plan));
    }

    private ProjectResult withLedger(Function<Ledger, ProjectResult> use) {
        try {
            return use.apply(Ledger.open(store, project.uid()));
        } catch (LedgerException e) {
            return new ProjectResult.Failed(Result.Failure.blocked(e.problem()));
        }
    }

    private static Set<Resource> kinds(Plan plan) {
        Set<Resource> kinds = EnumSet.noneOf(Resource.class);
        plan.steps().forEach(step -> {
            kinds.add(step.resource());
            if (step.after() != null) {
                References.in(step.after()).stream().map(site -> site.reference().resource()).forEach(kinds::add);
            }
        });
        return kinds;
    }

    private static Result.Failure refused(String code, String why) {
        return Result.Failure.blocked(code, why);
    }
}
