// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.BodyCheck;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.NaturalKey;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Conversation;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Reply;
import io.github.camelpersonalize.client.Retries;
import io.github.camelpersonalize.client.Time;
import io.github.camelpersonalize.client.Traffic;

/** What operations share: one project of the service, seen by one exchange. */
public final class Project {

    private final Dialect dialect;
    private final Conversation conversation;
    private final Optional<BodyCheck> check;
    private final KeyMemory.OfProject memory;
    private final ProjectIndexes.OfProject index;
    private final Policy policy;
    private final long begun;

    /**
     * @param check checks bodies before they are sent; empty to send them as they are
     */
    public Project(Dialect dialect, Conversation conversation, Optional<BodyCheck> check, KeyMemory.OfProject memory,
            ProjectIndexes.OfProject index,
            Policy policy) {
        this.dialect = dialect;
        this.conversation = conversation;
        this.check = check;
        this.memory = memory;
        this.index = index;
        this.policy = policy;
        this.begun = conversation.time().nanoTime();
    }

    /**
     * Carries out an operation that the dialect offers for the resource.
     *
     * @param target the definition that it is about, or {@link Target#NONE}
     * @param body what to write, or {@code null} when the operation only reads
     */
    public Result carryOut(Resource resource, Operation operation, Target target, JsonNode body) {
        return switch (operation) {
            case get -> new Reads(this).get(resource, target);
            case create -> new Create(this).carryOut(resource, body);
            case update -> new Writes(this).update(resource, target, body);
            case delete -> new Writes(this).delete(resource, target);
            case upsert -> new Upsert(this, policy.onConflict(), youngEnough()).carryOut(resource, body);
            case list, listRegions, listCountries, listCities -> list(call(resource, operation));
            case getPriority -> new Reads(this).object(call(resource, operation));
            case updatePriority -> new Writes(this).reorder(call(resource, operation), body);
            case plan, apply, export -> throw new IllegalArgumentException(operation + " is about a whole project");
        };
    }

    Result list(Call call) {
        return list(call, index.ifPresent());
    }

    private Result list(Call call, Optional<ProjectIndex> learner) {
        long asked = time().nanoTime();
        return send(call, null, null).then(answer -> learn(learner, call.resource(), new ListReader(dialect).read(call, answer), asked),
                Result.Failed::of);
    }

    /**
     * What the project holds of a kind, or why nothing can be done for want of it, listed at this time ({@link Time#nanoTime()}) or later. The list
     * goes into the index that is given back, which may have been forgotten meanwhile for those of other projects.
     */
    Attempt<KindIndex> known(Resource resource, long since) {
        ProjectIndex known = index.get();
        return known.refresh(resource, since, time()::nanoTime, () -> list(call(resource, Operation.list), Optional.of(known)))
                .map(failed -> Attempt.<KindIndex>failed(Result.Failed.blocked(failed.problem())))
                .orElseGet(() -> Attempt.of(known.of(resource)));
    }

    private Optional<KindIndex> known(Resource resource) {
        return index.ifPresent().flatMap(project -> project.ifPresent(resource));
    }

    /** When a list must have been asked for to serve an upsert of this exchange. */
    long youngEnough() {
        return begun - policy.indexTtl().toNanos();
    }

    /** When this exchange began: what was listed since is read anew for it. */
    long begun() {
        return begun;
    }

    Policy policy() {
        return policy;
    }

    Call call(Resource resource, Operation operation) {
        return dialect.call(resource, operation).orElseThrow();
    }

    Reply send(Call call, Uid uid, JsonNode body) {
        return conversation.send(call, uid, body);
    }

    /** Sends a call with the tries that are left to the work that it is a part of. */
    Reply send(Call call, Uid uid, JsonNode body, Retries retries) {
        return conversation.send(call, uid, body, retries);
    }

    /** A definition as the service now holds it. */
    Result written(Outcome outcome, Resource resource, int status, JsonNode body) {
        Optional<String> key = NaturalKey.of(resource, body);
        key.ifPresent(text -> memory.learn(resource, text));
        known(resource).ifPresent(kind -> kind.written(body, time().nanoTime()));
        return new Result.Done(outcome, status, body, body.path("uid").textValue(), key.orElse(null));
    }

    /** The service no longer holds a definition. */
    void deleted(Resource resource, String uid) {
        known(resource).ifPresent(kind -> kind.deleted(uid, time().nanoTime()));
    }

    /** A write of this definition that failed. The service may have carried it out all the same. */
    Result.Failed failed(Resource resource, String uid, Problem problem) {
        if (problem.retry().inDoubt()) {
            doubted(resource, uid);
        }
        return Result.Failed.of(problem);
    }

    /**
     * There is no saying whether the service has carried out a write.
     *
     * @param uid of the definition, or {@code null} of one that was to be created
     */
    void doubted(Resource resource, String uid) {
        known(resource).ifPresent(kind -> kind.doubted(uid, time().nanoTime()));
    }

    /** Tries for a piece of work of several calls. */
    Retries retries() {
        return conversation.retries();
    }

    Time time() {
        return conversation.time();
    }

    Traffic traffic() {
        return conversation.traffic();
    }

    Dialect dialect() {
        return dialect;
    }

    Optional<BodyCheck> check() {
        return check;
    }

    KeyMemory.OfProject memory() {
        return memory;
    }

    /** The project's uid. */
    String uid() {
        return conversation.projectUid();
    }

    /** The project's name in messages. */
    String name() {
        return "project \"" + conversation.projectUid() + "\"";
    }

    private Result learn(Optional<ProjectIndex> learner, Resource resource, Result listing, long asked) {
        if (listing instanceof Result.Done done && resource.naturalKey() != null) {
            done.body().forEach(item -> NaturalKey.of(resource, item).ifPresent(key -> memory.learn(resource, key)));
            learner.flatMap(project -> project.ifPresent(resource)).ifPresent(kind -> kind.listed(done.body(), asked));
        }
        return listing;
    }
}
