// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.manifest.Entry;
import io.github.camelpersonalize.manifest.Export;
import io.github.camelpersonalize.manifest.ExportedManifest;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.project.PriorityOrder;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.state.StateStore;

/** The operations on a whole project: a manifest says what it should be. */
public final class DesiredState {

    private final Project project;
    private final PrunePolicy policy;
    private final StateStore store;
    private final Progress progress;

    /**
     * @param store where the ledger is kept
     * @param progress is told of each step that has ended
     */
    public DesiredState(Project project, PrunePolicy policy, StateStore store, Progress progress) {
        this.project = project;
        this.policy = policy;
        this.store = store;
        this.progress = progress;
    }

    /** What {@code apply} would do. Sends no write. */
    ProjectResult plan(Manifest manifest) {
        return emptied(manifest).orElseGet(() -> withLedger(ledger -> plan(manifest, ledger)));
    }

    private ProjectResult plan(Manifest manifest, Ledger ledger) {
        return actual(Planner.kinds(project.dialect(), manifest, policy.prune()))
                .flatMap(actual -> trusted(ledger, actual))
                .flatMap(actual -> withVersions(manifest, actual))
                .flatMap(actual -> planned(manifest, ledger, actual))
                .fold(plan -> new ProjectResult.Document(withRefusal(plan)), ProjectResult.Failed::new);
    }

    /** Makes the project what the manifest says. */
    ProjectResult apply(Manifest manifest) {
        return emptied(manifest).orElseGet(() -> alone(ledger -> apply(manifest, ledger)));
    }

    private ProjectResult apply(Manifest manifest, Ledger ledger) {
        Set<Resource> kinds = Planner.kinds(project.dialect(), manifest, policy.prune());
        kinds.addAll(ledger.resources());
        return actual(kinds)
                .flatMap(actual -> trusted(ledger, actual))
                .flatMap(actual -> compared(ledger, kinds, actual))
                .flatMap(actual -> withVersions(manifest, actual))
                .flatMap(actual -> planned(manifest, ledger, actual).map(plan -> execute(plan, ledger, actual, Drift.NONE)))
                .fold(result -> result, ProjectResult.Failed::new);
    }

    /** Executes a plan that was made before, as far as the project is still as it was. */
    ProjectResult apply(Plan plan) {
        if (!plan.projectUid().equals(project.uid())) {
            return new ProjectResult.Failed(refused("OTHER_PROJECT", "the plan is for project \"" + plan.projectUid() + "\", not for "
                    + project.name() + "; make a plan for this project"));
        }
        return policy.anyDeletion(plan).<ProjectResult>map(why -> new ProjectResult.Failed(refused("PRUNE_NONE", why)))
                .orElseGet(() -> alone(ledger -> apply(plan, ledger)));
    }

    private ProjectResult apply(Plan plan, Ledger ledger) {
        Set<Resource> kinds = kinds(plan);
        return actual(kinds)
                .flatMap(actual -> trusted(plan, ledger, actual))
                .flatMap(actual -> compared(ledger, kinds, actual))
                .flatMap(actual -> withVersions(plan, actual))
                .flatMap(actual -> drift(plan, actual).map(drift -> execute(plan, ledger, actual, drift)))
                .fold(result -> result, ProjectResult.Failed::new);
    }

    private Fallible<Drift> drift(Plan plan, ActualState actual) {
        if (plan.priority().isEmpty()) {
            return Fallible.of(new DriftSince(project, plan, actual, List.of()));
        }
        return PriorityApply.actual(project).map(order -> new DriftSince(project, plan, actual, order.uids()));
    }

    /** The project as a manifest. */
    ProjectResult export() {
        return whole((actual, exported) -> exported);
    }

    /** The definitions that nothing refers to. Sends no write. */
    ProjectResult unused() {
        return whole((actual, exported) -> new UnusedSearch(project, actual).result(exported));
    }

    /** A document about all that the project has. */
    private ProjectResult whole(BiFunction<ActualState, ExportedManifest, JsonDocument> document) {
        return actual(EnumSet.copyOf(Manifest.RESOURCES))
                .flatMap(actual -> actual.withVersions(project, (resource, head) -> true))
                .flatMap(actual -> PriorityApply.actual(project).map(priority -> document.apply(actual, exported(actual, priority))))
                .fold(ProjectResult.Document::new, ProjectResult.Failed::new);
    }

    private ExportedManifest exported(ActualState actual, PriorityOrder priority) {
        Map<Resource, List<JsonNode>> definitions = new EnumMap<>(Resource.class);
        Map<Resource, List<JsonNode>> drafts = new EnumMap<>(Resource.class);
        Manifest.RESOURCES.forEach(resource -> {
            definitions.put(resource, actual.current(project, resource));
            drafts.put(resource, actual.withOtherDraft(resource));
        });
        return new Export(project.dialect(), project.check().isPresent()).of(definitions, priority.uids(), drafts);
    }

    /** With the versions of what the manifest names, and of all that may use what is deleted. */
    private Fallible<ActualState> withVersions(Manifest manifest, ActualState actual) {
        Set<Reference> named = manifest.entries().stream().map(Entry::reference).collect(Collectors.toSet());
        return actual.withVersions(project, (resource, head) -> policy.prune() != Prune.none || NaturalKey.of(resource, head)
                .filter(key -> named.contains(new Reference(resource, key))).isPresent());
    }

    private Fallible<ActualState> withVersions(Plan plan, ActualState actual) {
        Set<String> uids = new HashSet<>();
        Set<Reference> created = new HashSet<>();
        plan.steps().stream().filter(step -> step.after() != null).forEach(step -> {
            uids.add(step.uid());
            created.add(new Reference(step.resource(), step.key()));
        });
        return actual.withVersions(project, (resource, head) -> uids.contains(head.path("uid").asText()) || NaturalKey.of(resource, head)
                .filter(key -> created.contains(new Reference(resource, key))).isPresent());
    }

    /** The lists, requested from now on: the apply that ended a moment ago may have found older ones. */
    private Fallible<ActualState> actual(Set<Resource> kinds) {
        return ActualState.of(project, kinds, project.now());
    }

    /** A manifest that names no definition would delete all. */
    private Optional<ProjectResult> emptied(Manifest manifest) {
        if (!manifest.isEmpty() || policy.prune() == Prune.none) {
            return Optional.empty();
        }
        return Optional.of(new ProjectResult.Failed(refused("EMPTY_MANIFEST", "the manifest names no definition, and prune="
                + policy.prune() + " would delete all definitions that it does not contain; add at least one definition, or set"
                + " prune=none")));
    }

    private Fallible<ActualState> trusted(Plan plan, Ledger ledger, ActualState actual) {
        return PrunePolicy.deletions(plan) == 0 ? Fallible.of(actual) : trusted(ledger, actual);
    }

    private Fallible<ActualState> trusted(Ledger ledger, ActualState actual) {
        return pruning(ledger).distrust(actual)
                .map(why -> Fallible.<ActualState>failed(refused("INCOMPLETE_LIST", why)))
                .orElseGet(() -> Fallible.of(actual));
    }

    private Fallible<Plan> planned(Manifest manifest, Ledger ledger, ActualState actual) {
        if (manifest.priority().isEmpty()) {
            return Fallible.of(Planner.plan(project, manifest, actual, pruning(ledger), List.of()));
        }
        return PriorityApply.actual(project)
                .map(priority -> Planner.plan(project, manifest, actual, pruning(ledger), priority.uids()));
    }

    private Plan withRefusal(Plan plan) {
        return policy.tooManyDeletions(plan)
                .map(why -> plan.refusedBecause(why + ", so apply refuses it; look at it, and raise maxDeletes if it is right"))
                .orElse(plan);
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
        Fallible<ActualState> actual = ActualState.of(project, awaited, project.now())
                .flatMap(again -> ActualState.of(project, kinds, project.startedAt()));
        if (!actual.isFailure()) {
            ledger.compare(actual.value());
        }
        return actual;
    }

    private ProjectResult execute(Plan plan, Ledger ledger, ActualState actual, Drift drift) {
        Optional<String> refusal = policy.tooManyDeletions(plan);
        if (refusal.isPresent()) {
            return new ProjectResult.Failed(refused("TOO_MANY_DELETES",
                    refusal.get() + "; nothing was sent: look at the plan, and raise maxDeletes if it is right"));
        }
        return new ProjectResult.Report(new Apply(project, ledger, drift, pruning(ledger), actual, progress).execute(plan));
    }

    private Pruning pruning(Ledger ledger) {
        return new Pruning(project.dialect(), policy, ledger);
    }

    /** One apply of a project at a time, so that none overwrites what another has entered in the ledger. */
    private ProjectResult alone(Function<Ledger, ProjectResult> use) {
        AtomicReference<ProjectResult> result = new AtomicReference<>();
        return project.withLock(Resource.project, "apply", () -> {
            result.set(withLedger(use));
            return Result.Success.nothing(null, null);
        }).fold(done -> result.get(), ProjectResult.Failed::new);
    }

    private ProjectResult withLedger(Function<Ledger, ProjectResult> use) {
        try {
            return use.apply(Ledger.open(store, project.uid(), policy.owner()));
        } catch (LedgerException e) {
            return new ProjectResult.Failed(Result.Failure.blocked(e.problem()));
        }
    }

    private Set<Resource> kinds(Plan plan) {
        Set<Resource> kinds = EnumSet.noneOf(Resource.class);
        plan.steps().forEach(step -> {
            kinds.add(step.resource());
            if (step.after() != null) {
                References.in(project.dialect(), step.after()).stream().map(site -> site.reference().resource()).forEach(kinds::add);
            }
        });
        plan.priority().ifPresent(order -> kinds.add(Resource.experiences));
        return kinds;
    }

    private static Result.Failure refused(String code, String why) {
        return Result.Failure.blocked(code, why);
    }
}
