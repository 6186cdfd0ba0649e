// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Comparison;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Overlay;
import io.github.camelpersonalize.definition.Parts;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.lifecycle.Composition;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** Makes a definition, found by its natural key, exist as desired. One that matches already costs no request. */
public final class Upsert {

    /** The definition was deleted since the list was requested. */
    private static final int NOT_FOUND = 404;

    private final Project project;
    private final OnConflict onConflict;
    private final long since;

    /**
     * @param since how old a list may be that serves it: it was requested at this time or later
     */
    public Upsert(Project project, OnConflict onConflict, long since) {
        this.project = project;
        this.onConflict = onConflict;
        this.since = since;
    }

    Result execute(Resource resource, JsonNode body) {
        Optional<Result> unchanged = unchangedAgain(resource, body);
        return unchanged.isPresent() ? unchanged.get() : executeAnew(resource, body);
    }

    /** A body that has asked for what there is, and asks for it again. One whose key another exchange works on takes its turn. */
    private Optional<Result> unchangedAgain(Resource resource, JsonNode body) {
        Optional<String> key = NaturalKey.of(resource, body);
        if (key.isEmpty() || project.shared().isLocked(resource, key.get())) {
            return Optional.empty();
        }
        Optional<DefinitionIndex> index = project.shared().indexIfPresent(resource);
        return index.isPresent() && index.get().isListedSince(since)
                ? index.get().satisfying(key.get(), body).map(actual -> Result.Success.unchanged(resource, actual, null))
                : Optional.empty();
    }

    private Result executeAnew(Resource resource, JsonNode body) {
        Bodies bodies = new Bodies(project);
        JsonNode desired = bodies.writable(resource, body);
        Result result = bodies.validateDefinition(resource, desired).orElseGet(() -> resolve(resource, desired));
        if (result instanceof Result.Success done && isSatisfied(resource, body, done)) {
            project.shared().indexIfPresent(resource).ifPresent(index -> index.satisfies(done.body(), body));
        }
        return result;
    }

    /** Whether all that the body asks for is in the definition as the index has it. */
    private boolean isSatisfied(Resource resource, JsonNode body, Result.Success done) {
        return done.outcome() == Outcome.UNCHANGED && done.note() == null && project.check().isPresent()
                && !Parts.hasVersion(body, project.shape(resource)) && References.in(project.dialect(), body).isEmpty();
    }

    /** Makes a definition exist that is ready to be sent but for its references. */
    public Result resolve(Resource resource, JsonNode desired) {
        return new ReferencesByIndex(project, since).resolve(desired).toResult(resolved -> ensure(resource, resolved));
    }

    /** Makes a definition match that exists. It creates nothing: one that does not exist fails as not found. */
    public Result change(Resource resource, String key, JsonNode desired) {
        return new ReferencesByIndex(project, since).resolve(desired)
                .toResult(resolved -> project.withLock(resource, key, () -> changeLocked(resource, key, resolved)));
    }

    private Result changeLocked(Resource resource, String key, JsonNode desired) {
        return find(resource, key, since)
                .flatMap(actual -> match(resource, desired, actual).recover(failed -> notFound(resource, actual, failed)));
    }

    private Result notFound(Resource resource, Result.Success actual, Result.Failure failed) {
        if (failed.problem().status() != NOT_FOUND) {
            return failed;
        }
        project.deleted(resource, actual.uid(), project.now());
        return Result.Failure.notFound("no longer exists in " + project.name());
    }

    /** Makes a definition exist that is ready to be sent. */
    public Result ensure(Resource resource, JsonNode desired) {
        Optional<String> key = NaturalKey.of(resource, desired);
        return key.isEmpty()
                ? Result.Failure.of(Problem.rejected("NO_KEY", "an upsert needs its " + resource.naturalKey()))
                : project.withLock(resource, key.get(), () -> ensure(resource, key.get(), desired));
    }

    private Result ensure(Resource resource, String key, JsonNode desired) {
        long startedAt = project.now();
        return find(resource, key, since).fold(
                actual -> match(resource, desired, actual).recover(failed -> updateFailed(resource, key, desired, actual, failed)),
                missing -> missing.isNotFound()
                        ? create(resource, desired).recover(failed -> createFailed(resource, key, desired, startedAt, failed))
                        : missing);
    }

    private Result updateFailed(Resource resource, String key, JsonNode desired, Result.Success actual, Result.Failure failed) {
        if (failed.problem().status() != NOT_FOUND) {
            return failed;
        }
        project.deleted(resource, actual.uid(), project.now());
        return ensureOnce(resource, key, desired, project.now());
    }

    /** Another process has created it meanwhile. */
    private Result createFailed(Resource resource, String key, JsonNode desired, long startedAt, Result.Failure failed) {
        if (failed.outcome() != Outcome.CONFLICT) {
            return failed;
        }
        Result second = ensureOnce(resource, key, desired, startedAt);
        return failed.inDoubt() ? second.recover(Result.Failure::withDoubt) : second;
    }

    private Result ensureOnce(Resource resource, String key, JsonNode desired, long listedSince) {
        return find(resource, key, listedSince).fold(actual -> match(resource, desired, actual),
                missing -> missing.isNotFound() ? create(resource, desired) : missing);
    }

    private Result find(Resource resource, String key, long listedSince) {
        return new Lookup(project).find(resource, new Target(null, key), listedSince);
    }

    /** The definition itself, and then the draft that the service has made with it. */
    private Result create(Resource resource, JsonNode desired) {
        Parts parts = Parts.of(desired, project.shape(resource));
        return new Create(project).send(project.call(resource, Operation.create), parts.head())
                .flatMap(head -> ensureVersion(resource, head, parts));
    }

    private Result ensureVersion(Resource resource, Result.Success head, Parts parts) {
        return parts.version().isEmpty() ? head : new DefinitionVersions(project, resource, head.uid()).ensure(head, parts.version());
    }

    private Result match(Resource resource, JsonNode desired, Result.Success actual) {
        return project.shape(resource).origin(actual.body()).<Result>map(origin -> foreign(resource, origin))
                .orElseGet(() -> composition(resource, desired, actual)
                        .toResult(composition -> match(resource, desired, actual, composition)));
    }

    private Fallible<Composition> composition(Resource resource, JsonNode desired, Result.Success actual) {
        if (!Parts.hasVersion(desired, project.shape(resource))) {
            return Fallible.of(Composition.of(actual.body(), project.compare(resource, desired, actual.body())));
        }
        DefinitionVersions known = new DefinitionVersions(project, resource, actual.uid());
        return known.since(since).map(versions -> known.compare(desired, actual.body(), versions));
    }

    private static Result foreign(Resource resource, String origin) {
        return new Result.Failure(Outcome.CONFLICT,
                Problem.rejected("CONFLICT", "the " + resource.kind() + " of this " + resource.naturalKey()
                        + " is not the project's own (" + origin + ") and cannot be changed; refer to it, or choose another "
                        + resource.naturalKey()));
    }

    private Result match(Resource resource, JsonNode desired, Result.Success actual, Composition composition) {
        if (composition.conflict().isPresent()) {
            return new Result.Failure(Outcome.CONFLICT, Problem.rejected("CONFLICT", composition.conflict().get()));
        }
        List<String> differences = composition.comparison().differences();
        if (differences.isEmpty()) {
            return unchanged(resource, composition, composition.notes());
        }
        if (composition.isUntouched()) {
            return update(resource, desired, actual);
        }
        return switch (onConflict) {
            case skip -> unchanged(resource, composition,
                    List.of("differs in " + String.join(", ", differences) + ", and is left as it is (onConflict=skip)"));
            case fail -> Reconciliation.conflict(project, resource, actual, differences);
            case update -> update(resource, desired, actual);
        };
    }

    private static Result unchanged(Resource resource, Composition composition, List<String> notes) {
        return Result.Success.unchanged(resource, composition.actual(), notes.isEmpty() ? null : String.join("; ", notes));
    }

    private Result update(Resource resource, JsonNode desired, Result.Success actual) {
        Parts parts = Parts.of(desired, project.shape(resource));
        Comparison comparison = project.compare(resource, parts.head(), actual.body());
        Result head = comparison.isEmpty()
                ? Result.Success.unchanged(resource, actual.body(), comparison.note().orElse(null))
                : update(resource, parts.head(), actual, comparison.differences());
        return head.flatMap(done -> ensureVersion(resource, done, parts));
    }

    private Result update(Resource resource, JsonNode desired, Result.Success actual, List<String> differences) {
        if (project.dialect().call(resource, Operation.update).isEmpty()) {
            return new Result.Failure(Outcome.CONFLICT, Problem.rejected("CONFLICT", "it differs in " + String.join(", ", differences)
                    + " from the one that " + project.name() + " has (uid " + actual.uid() + "), and the service cannot change " + resource
                    + "; send it as it is there, or set onConflict=skip"));
        }
        Shape shape = project.shape(resource);
        return new RepeatedWrite(project, resource, desired, actual).send(Parts.of(Overlay.of(desired, actual.body(), shape), shape).head(),
                differences);
    }
}
