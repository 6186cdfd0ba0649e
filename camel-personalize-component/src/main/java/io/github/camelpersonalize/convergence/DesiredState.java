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
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.manifest.Export;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Reconciliation;
import io.github.camelpersonalize.state.StateStore;

/** The operations on a whole project: what it should be is told by a manifest. */
public final class DesiredState {

    private final Project project;
    private final Prune prune;
    private final int maxDeletes;
    private final StateStore store;

    /**
     * @param maxDeletes how many deletions may be carried out at once
     * @param store where the ledger is kept
     */
    public DesiredState(Project project, Prune prune, int maxDeletes, StateStore store) {
        this.project = project;
        this.prune = prune;
        this.maxDeletes = maxDeletes;
        this.store = store;
    }

    /** What {@code apply} would do. Sends no write. */
    public ProjectResult plan(Manifest manifest) {
        return trusted(manifest, ledger -> holding(Planner.kinds(manifest, prune), holdings -> distrust(ledger, holdings)
                .orElseGet(() -> planned(manifest, ledger, holdings, ProjectResult.Document::new))));
    }

    /** Makes the project what the manifest says. */
    public ProjectResult apply(Manifest manifest) {
        return trusted(manifest, ledger -> {
            Set<Resource> kinds = Planner.kinds(manifest, prune);
            kinds.addAll(ledger.resources());
            return holding(kinds, listed -> distrust(ledger, listed).orElseGet(() -> compared(ledger, kinds, listed,
                    holdings -> planned(manifest, ledger, holdings, plan -> execute(plan, ledger, Drift.NONE)))));
        });
    }

    /** Carries out a plan that was made before, as far as the project is still as it was. */
    public ProjectResult apply(Plan plan) {
        if (!plan.projectUid().equals(project.uid())) {
            return refused("OTHER_PROJECT", "the plan is for project \"" + plan.projectUid() + "\", not for " + project.name()
                    + "; make a plan for this project");
        }
        Set<Resource> kinds = kinds(plan);
        return withLedger(ledger -> holding(kinds, listed -> compared(ledger, kinds, listed,
                holdings -> execute(plan, ledger, Drift.since(project, holdings)))));
    }

    /** The project as a manifest. */
    public ProjectResult export() {
        return holding(EnumSet.copyOf(Manifest.RESOURCES), holdings -> PriorityApply.held(project).fold(order -> {
            Map<Resource, List<JsonNode>> actual = new EnumMap<>(Resource.class);
            Manifest.RESOURCES.forEach(resource -> actual.put(resource, holdings.all(resource)));
            return new ProjectResult.Document(new Export(project.dialect()).of(actual, order.uids()));
        }, ProjectResult.Failed::new));
    }

    private ProjectResult trusted(Manifest manifest, Function<Ledger, ProjectResult> use) {
        return manifest.isEmpty() && prune != Prune.none
                ? refused("EMPTY_MANIFEST",
                        "the manifest is empty, and prune=" + prune + " would delete what it does not name; name at least one"
                                + " definition, or set prune=none")
                : withLedger(use);
    }

    private Optional<ProjectResult> distrust(Ledger ledger, ActualState holdings) {
        return new Pruning(prune, ledger).distrust(holdings).map(why -> refused("INCOMPLETE_LIST", why));
    }

    private ProjectResult planned(Manifest manifest, Ledger ledger, ActualState holdings, Function<Plan, ProjectResult> use) {
        Pruning pruning = new Pruning(prune, ledger);
        if (manifest.priority().isEmpty()) {
            return use.apply(Planner.plan(project, manifest, holdings, pruning, Optional.empty()));
        }
        return PriorityApply.held(project).fold(
                order -> use.apply(Planner.plan(project, manifest, holdings, pruning, Optional.of(order.uids()))),
                ProjectResult.Failed::new);
    }

    /**
     * Brings the ledger up to date. A create of an earlier run that was cut off may not be in the list yet: it gets a moment, or else the definition
     * would be created twice.
     */
    private ProjectResult compared(Ledger ledger, Set<Resource> kinds, ActualState listed, Function<ActualState, ProjectResult> use) {
        Set<Resource> awaited = ledger.awaited(listed);
        if (awaited.isEmpty()) {
            ledger.compare(listed);
            return use.apply(listed);
        }
        if (!project.time().sleep(Reconciliation.SETTLE)) {
            return new ProjectResult.Failed(Result.Failure.stopping());
        }
        return holding(awaited, project.time().nanoTime(), again -> holding(kinds, holdings -> {
            ledger.compare(holdings);
            return use.apply(holdings);
        }));
    }

    private ProjectResult execute(Plan plan, Ledger ledger, Drift drift) {
        int deletions = plan.counts().get(Action.DELETE);
        return deletions > maxDeletes
                ? refused("TOO_MANY_DELETES", "the plan deletes " + deletions + " definitions, more than maxDeletes=" + maxDeletes
                        + "; nothing was sent: look at the plan, and raise maxDeletes if it is right")
                : new ProjectResult.Report(new Apply(project, ledger, drift).execute(plan));
    }

    private ProjectResult holding(Set<Resource> resources, Function<ActualState, ProjectResult> use) {
        return holding(resources, project.startedAt(), use);
    }

    private ProjectResult holding(Set<Resource> resources, long since, Function<ActualState, ProjectResult> use) {
        return ActualState.of(project, resources, since).fold(use, ProjectResult.Failed::new);
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
                References.in(step.after()).stream().map(mention -> mention.reference()).map(Reference::resource).forEach(kinds::add);
            }
        });
        return kinds;
    }

    private static ProjectResult refused(String code, String why) {
        return new ProjectResult.Failed(Result.Failure.blocked(code, why));
    }
}
