// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.Overlay;
import io.github.camelpersonalize.definition.Parts;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.ReferenceSite.Form;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.definition.Resolution;
import io.github.camelpersonalize.definition.RuleCheck;
import io.github.camelpersonalize.definition.Texts;
import io.github.camelpersonalize.lifecycle.Composition;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.manifest.DependencyOrder;
import io.github.camelpersonalize.manifest.Entry;
import io.github.camelpersonalize.manifest.Manifest;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Change;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.plan.Step;
import io.github.camelpersonalize.project.DefinitionIndex;
import io.github.camelpersonalize.project.DefinitionVersions;
import io.github.camelpersonalize.project.Project;
import org.jspecify.annotations.Nullable;

/** Compares the desired state of a manifest with the actual state of the project. Used for one manifest. */
final class Planner {

    private final Project project;
    private final Manifest manifest;
    private final ActualState state;
    private final OnConflict onConflict;
    private final Map<Reference, Step> steps = new LinkedHashMap<>();

    /** The definitions as they will be, with uids, and as they are written. */
    private final List<Pruning.User> named = new ArrayList<>();

    private Planner(Project project, Manifest manifest, ActualState state) {
        this.project = project;
        this.manifest = manifest;
        this.state = state;
        this.onConflict = manifest.onConflict().flatMap(OnConflict::named).orElse(project.policy().onConflict());
    }

    /** The kinds that a plan has to look at: those that the manifest names or refers to, and all when it may delete. */
    static Set<Resource> kinds(Dialect dialect, Manifest manifest, Prune prune) {
        if (prune != Prune.none) {
            return EnumSet.copyOf(Manifest.RESOURCES);
        }
        Set<Resource> kinds = EnumSet.noneOf(Resource.class);
        manifest.entries().forEach(entry -> {
            kinds.add(entry.resource());
            References.in(dialect, entry.definition()).forEach(site -> kinds.add(site.reference().resource()));
        });
        manifest.priority().ifPresent(order -> kinds.add(Resource.experiences));
        return kinds;
    }

    /**
     * The plan that makes the project what the manifest says.
     *
     * @param priority the uids of the actual priority, none if the manifest has none
     */
    static Plan plan(Project project, Manifest manifest, ActualState state, Pruning pruning, List<String> priority) {
        return new Planner(project, manifest, state).plan(pruning, priority);
    }

    private Plan plan(Pruning pruning, List<String> priority) {
        DependencyOrder order = DependencyOrder.of(project.dialect(), manifest.entries());
        order.levels().forEach(level -> level.forEach(this::add));
        order.cycles().forEach(cycle -> {
            String reason = cycle.diagnostic().message();
            cycle.entries().forEach(entry -> add(entry, blocked(entry, actual(entry), reason)));
        });
        order.blocked()
                .forEach(entry -> add(entry.entry(), blocked(entry.entry(), actual(entry.entry()), "depends on a cycle: " + entry.by())));
        manifest.priority().ifPresent(desired -> named.add(new Pruning.User(Plan.PRIORITY, List.of(desired.experiences()))));
        Optional<PriorityPlan> desired = manifest.priority().map(it -> new PriorityPlan(it, steps, state));
        Pruning.Deletions possible = pruning.of(state, steps, named);
        List<Step> all = new ArrayList<>(steps.values());
        Plan undisturbed = new Plan(project.uid(), all, desired.map(it -> it.step(priority, List.of())), List.of());
        List<Step> deletions = pruning.heldBack(possible.steps(), undisturbed.obstacle());
        all.addAll(deletions);
        List<String> warnings = new ArrayList<>(Quotas.warnings(project.dialect(), all, state));
        warnings.addAll(possible.warnings());
        return new Plan(project.uid(), all, desired.map(it -> it.step(priority, deletions)), warnings);
    }

    private void add(Entry entry) {
        add(entry, step(entry));
    }

    private void add(Entry entry, Step step) {
        steps.put(entry.reference(), step);
        List<JsonNode> texts = new ArrayList<>(List.of(future(entry, step), entry.definition()));
        Optional.ofNullable(actual(entry)).ifPresent(head -> texts.addAll(staying(entry, step, head)));
        named.add(new Pruning.User(entry.toString(), texts));
    }

    private List<JsonNode> staying(Entry entry, Step step, JsonNode head) {
        return step.action() == Action.UPDATE
                ? state.compare(project, entry.resource(), resolved(entry.definition()), head).staying()
                : state.versions(head).map(Versions::counting).orElse(List.of());
    }

    private JsonNode future(Entry entry, Step step) {
        if (step.before() == null) {
            return resolved(entry.definition());
        }
        return step.action() == Action.UPDATE ? merged(entry, step.before()) : step.before();
    }

    /** What an update sends. */
    private JsonNode merged(Entry entry, JsonNode actual) {
        return Overlay.of(resolved(entry.definition()), actual, project.shape(entry.resource()));
    }

    private Step step(Entry entry) {
        DefinitionIndex index = state.of(entry.resource());
        JsonNode actual = actual(entry);
        int matches = index.withKey(entry.key()).size();
        if (matches > 1) {
            return blocked(entry, null, matches + " definitions of " + project.name() + " have this " + entry.resource().naturalKey()
                    + "; delete or rename all but one");
        }
        Optional<String> similar = actual == null ? index.similar(entry.key()) : Optional.empty();
        if (similar.isPresent()) {
            return blocked(entry, null, project.name() + " has \"" + similar.get()
                    + "\", which differs only in case, white space or Unicode form; use that " + entry.resource().naturalKey());
        }
        Optional<String> missing = References.in(project.dialect(), entry.definition()).stream().map(this::violation)
                .flatMap(Optional::stream).findFirst();
        if (missing.isPresent()) {
            return blocked(entry, actual, missing.get());
        }
        return actual == null ? step(Action.CREATE, entry, null, List.of(), null, created(entry)) : compared(entry, actual);
    }

    /** Why a reference cannot be used, if so. */
    private Optional<String> violation(ReferenceSite site) {
        return site.form() == Form.UID ? missingUid(site) : missingName(site);
    }

    private Optional<String> missingUid(ReferenceSite site) {
        boolean exists = state.of(site.reference().resource()).withUid(site.reference().key()).isPresent();
        return exists ? Optional.empty() : Optional.of(site.missing().toString());
    }

    private Optional<String> missingName(ReferenceSite site) {
        Step planned = steps.get(site.reference());
        if (planned != null) {
            return planned.action() == Action.BLOCKED
                    ? Optional.of(site.pointer() + " refers to " + site.reference() + ", which is blocked")
                    : Optional.empty();
        }
        DefinitionIndex index = state.of(site.reference().resource());
        int matches = index.withKey(site.reference().key()).size();
        if (matches == 1 || site.implicit() && (matches > 1 || index.withUid(site.reference().key()).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(matches == 0
                ? site.missing().toString()
                : site.pointer() + " refers to " + site.reference() + ", of which " + project.name() + " has " + matches);
    }

    /** What is worth knowing of a definition that does not exist yet. */
    private List<String> created(Entry entry) {
        Shape shape = project.shape(entry.resource());
        if (!Parts.hasVersion(entry.definition(), shape)) {
            return warnings(entry);
        }
        return warnings(entry, new DefinitionVersions(project, entry.resource(), "").compare(resolved(entry.definition()),
                MissingNode.getInstance(), new Versions(shape, List.of())));
    }

    private Step compared(Entry entry, JsonNode head) {
        Optional<String> origin = project.shape(entry.resource()).origin(head);
        if (origin.isPresent()) {
            return blocked(entry, head,
                    "the one of this " + entry.resource().naturalKey() + " is not the project's own: " + origin.get());
        }
        Composition composition = state.compare(project, entry.resource(), resolved(entry.definition()), head);
        if (composition.conflict().isPresent()) {
            return blocked(entry, head, composition.conflict().get());
        }
        JsonNode actual = composition.actual();
        if (composition.comparison().isEmpty()) {
            return step(Action.UNCHANGED, entry, actual, List.of(), null, composition.notes());
        }
        String where = "differs in " + String.join(", ", composition.comparison().differences());
        return switch (composition.isUntouched() ? OnConflict.update : onConflict) {
            case skip ->
                step(Action.UNCHANGED, entry, actual, List.of(), null, List.of(where + ", and is left as it is (onConflict=skip)"));
            case fail -> blocked(entry, actual, where + ", and may not be changed (onConflict=fail)");
            case update -> project.dialect().call(entry.resource(), Operation.update).isPresent()
                    ? step(Action.UPDATE, entry, actual, changes(entry, actual), null, warnings(entry, composition))
                    : blocked(entry, actual, where + ", and the service cannot change " + entry.resource());
        };
    }

    /** What is worth knowing of a definition that is written. What the service keeps otherwise is so only where nothing else changes. */
    private List<String> warnings(Entry entry, Composition composition) {
        Optional<String> kept = composition.comparison().note();
        return Stream.concat(composition.notes().stream().filter(note -> kept.filter(note::equals).isEmpty()), warnings(entry).stream())
                .toList();
    }

    /** What is worth knowing of the rules of a definition that is written. */
    private List<String> warnings(Entry entry) {
        return project.dialect().rulesOf(entry.resource()).map(rules -> new RuleCheck(rules).warnings(entry.definition()))
                .orElse(List.of());
    }

    /** In which members what an update sends differs from what is there. A uid that it puts there is shown as the reference to it. */
    private List<Change> changes(Entry entry, JsonNode actual) {
        JsonNode merged = merged(entry, actual);
        Map<String, String> references = new HashMap<>();
        References.in(project.dialect(), entry.definition()).stream().map(ReferenceSite::reference)
                .forEach(reference -> uid(reference).ifPresent(uid -> references.put(uid, reference.text())));
        return Difference.ofReplacement(merged, actual, project.shape(entry.resource())).stream()
                .map(pointer -> change(pointer, actual.at(pointer), merged.at(pointer), references)).toList();
    }

    private static Change change(String pointer, JsonNode before, JsonNode after, Map<String, String> references) {
        Set<String> kept = Texts.of(before);
        return new Change(pointer, before, Texts.map(after, text -> kept.contains(text) ? text : references.getOrDefault(text, text)));
    }

    /** With uids for references to definitions that exist. */
    private JsonNode resolved(JsonNode definition) {
        Resolution resolution = References.resolve(project.dialect(), definition,
                reference -> Optional.of(uid(reference).orElse(reference.text())));
        return resolution instanceof Resolution.Resolved resolved ? resolved.definition() : definition;
    }

    private Optional<String> uid(Reference reference) {
        return state.of(reference.resource()).withKey(reference.key()).stream().map(actual -> actual.path("uid").textValue())
                .findFirst();
    }

    private @Nullable JsonNode actual(Entry entry) {
        return state.of(entry.resource()).onlyWithKey(entry.key()).orElse(null);
    }

    private static Step blocked(Entry entry, @Nullable JsonNode actual, String reason) {
        return step(Action.BLOCKED, entry, actual, List.of(), reason, List.of());
    }

    private static Step step(Action action, Entry entry, @Nullable JsonNode actual, List<Change> changes, @Nullable String reason,
            List<String> warnings) {
        String position = entry.position().toString();
        String source = position.isEmpty() ? null : position;
        String uid = actual == null ? null : actual.path("uid").textValue();
        return new Step(action, entry.resource(), entry.key(), uid, changes, reason, warnings, entry.definition(), actual, source);
    }
}
