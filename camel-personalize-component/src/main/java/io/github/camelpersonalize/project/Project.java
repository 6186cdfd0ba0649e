// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.CallResult;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.client.Retries;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.time.Time;

/** What operations share: one project of the service, seen by one exchange. */
public final class Project {

    private final Dialect dialect;
    private final ProjectClient projectClient;
    private final Optional<BodyCheck> check;
    private final KeyCache.OfProject memory;
    private final IndexCache.OfProject index;
    private final Policy policy;
    private final long begun;

    /**
     * @param check checks bodies before they are sent; empty to send them as they are
     */
    public Project(Dialect dialect, ProjectClient projectClient, Optional<BodyCheck> check, KeyCache.OfProject memory,
            IndexCache.OfProject index,
            Policy policy) {
        this.dialect = dialect;
        this.projectClient = projectClient;
        this.check = check;
        this.memory = memory;
        this.index = index;
        this.policy = policy;
        this.begun = projectClient.time().nanoTime();
    }

    /**
     * Carries out an operation that the dialect offers for the resource.
     *
     * @param target the definition that it is about, or {@link Target#NONE}
     * @param body what to write, or {@code null} when the operation only reads
     */
    public Result execute(Resource resource, Operation operation, Target target, JsonNode body) {
        return switch (operation) {
            case get -> new Get(this).get(resource, target);
            case create -> new Create(this).execute(resource, body);
            case update -> new Update(this).update(resource, target, body);
            case delete -> new Update(this).delete(resource, target);
            case upsert -> new Upsert(this, policy.onConflict(), oldestUsable()).execute(resource, body);
            case list, listRegions, listCountries, listCities -> list(call(resource, operation));
            case getPriority -> new Get(this).object(call(resource, operation));
            case updatePriority -> new Update(this).reorder(call(resource, operation), body);
            case plan, apply, export -> throw new IllegalArgumentException(operation + " is about a whole project");
        };
    }

    Result list(Call call) {
        return list(call, index.ifPresent());
    }

    private Result list(Call call, Optional<ProjectIndex> learner) {
        long asked = time().nanoTime();
        return send(call, null, null).fold(answer -> learn(learner, call.resource(), new ListReader(dialect).read(call, answer), asked),
                Result.Failure::of);
    }

    /**
     * What the project holds of a kind, or why nothing can be done for want of it, listed at this time ({@link Time#nanoTime()}) or later. The list
     * goes into the index that is given back, which may have been forgotten meanwhile for those of other projects.
     */
    public Fallible<DefinitionIndex> index(Resource resource, long since) {
        ProjectIndex known = index.get();
        return known.refresh(resource, since, time()::nanoTime, () -> list(call(resource, Operation.list), Optional.of(known)))
                .map(failed -> Fallible.<DefinitionIndex>failed(Result.Failure.blocked(failed.problem())))
                .orElseGet(() -> Fallible.of(known.of(resource)));
    }

    private Optional<DefinitionIndex> index(Resource resource) {
        return index.ifPresent().flatMap(project -> project.ifPresent(resource));
    }

    /** When a list must have been asked for to serve an upsert of this exchange. */
    public long oldestUsable() {
        return begun - policy.indexTtl().toNanos();
    }

    /** When this exchange began: what was listed since is read anew for it. */
    public long startedAt() {
        return begun;
    }

    public Policy policy() {
        return policy;
    }

    public Call call(Resource resource, Operation operation) {
        return dialect.call(resource, operation).orElseThrow();
    }

    public CallResult send(Call call, Uid uid, JsonNode body) {
        return projectClient.send(call, uid, body);
    }

    /** Sends a call with the tries that are left to the work that it is a part of. */
    CallResult send(Call call, Uid uid, JsonNode body, Retries retries) {
        return projectClient.send(call, uid, body, retries);
    }

    /** A definition as the service now holds it. */
    Result written(Outcome outcome, Resource resource, int status, JsonNode body) {
        Optional<String> key = NaturalKey.of(resource, body);
        key.ifPresent(text -> memory.learn(resource, text));
        index(resource).ifPresent(kind -> kind.written(body, time().nanoTime()));
        return new Result.Success(outcome, status, body, body.path("uid").textValue(), key.orElse(null));
    }

    /** The service no longer holds a definition. */
    void deleted(Resource resource, String uid) {
        index(resource).ifPresent(kind -> kind.deleted(uid, time().nanoTime()));
    }

    /** A write of this definition that failed. The service may have carried it out all the same. */
    Result.Failure failed(Resource resource, String uid, Problem problem) {
        if (problem.retry().inDoubt()) {
            markInDoubt(resource, uid);
        }
        return Result.Failure.of(problem);
    }

    /**
     * There is no saying whether the service has carried out a write.
     *
     * @param uid of the definition, or {@code null} of one that was to be created
     */
    void markInDoubt(Resource resource, String uid) {
        index(resource).ifPresent(kind -> kind.markInDoubt(uid, time().nanoTime()));
    }

    /** Tries for a piece of work of several calls. */
    Retries retries() {
        return projectClient.retries();
    }

    public Time time() {
        return projectClient.time();
    }

    CallStats stats() {
        return projectClient.stats();
    }

    public Dialect dialect() {
        return dialect;
    }

    Optional<BodyCheck> check() {
        return check;
    }

    public KeyCache.OfProject memory() {
        return memory;
    }

    /** The project's uid. */
    public String uid() {
        return projectClient.projectUid();
    }

    /** The project's name in messages. */
    public String name() {
        return "project \"" + projectClient.projectUid() + "\"";
    }

    private Result learn(Optional<ProjectIndex> learner, Resource resource, Result listing, long asked) {
        if (listing instanceof Result.Success done && resource.naturalKey() != null) {
            done.body().forEach(item -> NaturalKey.of(resource, item).ifPresent(key -> memory.learn(resource, key)));
            learner.flatMap(project -> project.ifPresent(resource)).ifPresent(kind -> kind.listed(done.body(), asked));
        }
        return listing;
    }
}
