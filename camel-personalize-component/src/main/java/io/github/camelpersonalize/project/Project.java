// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Query;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.CallResult;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.client.Retries;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.definition.Comparison;
import io.github.camelpersonalize.definition.Difference;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.KeptStates.OwnWrite;

/** What operations share: a project of the service, as one exchange sees it. */
public final class Project {

    private final Dialect dialect;
    private final ProjectClient client;
    private final Optional<BodyCheck> check;
    private final Policy policy;
    private final SharedState shared;
    private final long startedAt;

    /**
     * @param check checks bodies before they are sent; empty to send them as they are
     */
    Project(Dialect dialect, ProjectClient client, Optional<BodyCheck> check, Policy policy, SharedState shared) {
        this.dialect = dialect;
        this.client = client;
        this.check = check;
        this.policy = policy;
        this.shared = shared;
        this.startedAt = client.time().nanoTime();
    }

    /** Which project it is. */
    public ProjectId id() {
        return client.project();
    }

    /** The project's uid. */
    public String uid() {
        return id().uid();
    }

    /** The project's name in messages. */
    public String name() {
        return "project \"" + uid() + "\"";
    }

    /** What has the definitions of a resource, in messages: the organization has the projects. */
    String name(Resource resource) {
        return resource == Resource.projects ? "organization \"" + uid() + "\"" : name();
    }

    public Dialect dialect() {
        return dialect;
    }

    /** What the definitions of a resource are made of. */
    public Shape shape(Resource resource) {
        return dialect.shape(resource);
    }

    public Policy policy() {
        return policy;
    }

    public Optional<BodyCheck> check() {
        return check;
    }

    public Call call(Resource resource, Operation operation) {
        return dialect.call(resource, operation).orElseThrow();
    }

    public CallResult send(Call call, Uid uid, JsonNode body) {
        return send(call, Address.of(uid), body);
    }

    public CallResult send(Call call, Address address, JsonNode body) {
        check.ifPresent(it -> it.report(call, body));
        return client.send(call, address, body);
    }

    /** Sends a call with the attempts that are left to the work that it is a part of. */
    public CallResult send(Call call, Address address, JsonNode body, Retries retries) {
        check.ifPresent(it -> it.report(call, body));
        return client.send(call, address, body, retries);
    }

    /** Sends a call that must not be repeated as it is when it is in doubt whether the service has carried it out. */
    CallResult sendOnce(Call call, Address address, JsonNode body, Retries retries) {
        check.ifPresent(it -> it.report(call, body));
        return client.sendOnce(call, address, body, retries);
    }

    /** What exchanges share of this project. */
    SharedState shared() {
        return shared;
    }

    /** Attempts for a piece of work of several calls. */
    public Retries retries() {
        return client.retries();
    }

    public CallStats stats() {
        return client.stats();
    }

    /** Now, in the time of {@link System#nanoTime()}. */
    public long now() {
        return client.time().nanoTime();
    }

    /** When this exchange began: what it compares was listed since. */
    public long startedAt() {
        return startedAt;
    }

    /** How old a list may be that serves an upsert of this exchange: it was requested at this time or later. */
    public long oldestUsable() {
        return startedAt - policy.indexTtl().toNanos();
    }

    /**
     * Waits until the service lists what it has just stored.
     *
     * @return whether it waited to the end; {@code false} when the exchange is to end
     */
    public boolean awaitListing() {
        return sleep(DefinitionIndex.LISTING_DELAY);
    }

    /** Waits; returns whether to the end: {@code false} when the exchange is to end. */
    public boolean sleep(Duration time) {
        return client.sleep(time);
    }

    /** Works when no other exchange works on this key, nor on one that people cannot tell from it. */
    public Result withLock(Resource resource, String key, Supplier<Result> work) {
        return shared.withLock(resource, key, client.stop(), work);
    }

    /** Works when no other exchange writes this definition. The work must not wait for another lock. */
    public Result withLock(Resource resource, Uid uid, Supplier<Result> work) {
        return shared.withLock(resource, uid, client.stop(), work);
    }

    /** A definition as the index has it, if it does. */
    Optional<JsonNode> indexed(Resource resource, String uid) {
        return shared.indexIfPresent(resource).flatMap(index -> index.withUid(uid));
    }

    /** Compares an actual definition with the desired one. What the service keeps otherwise, whatever it is sent, is no difference to write. */
    public Comparison compare(Resource resource, JsonNode desired, JsonNode actual) {
        List<String> differences = Difference.between(desired, actual, shape(resource));
        boolean isKept = !differences.isEmpty() && kept(resource, actual.path("uid").asText()).filter(kept -> kept.isOf(desired))
                .filter(kept -> kept.otherwise().contains(KeptStates.hash(differences, actual))).isPresent();
        return isKept ? new Comparison(List.of(), differences) : new Comparison(differences, List.of());
    }

    /** Whether an actual definition is all that the service makes of this one. */
    public boolean isWhole(Resource resource, JsonNode desired, JsonNode actual) {
        return kept(resource, actual.path("uid").asText()).filter(kept -> kept.isOf(desired))
                .filter(kept -> kept.isWhole(actual, one -> new Bodies(this).withoutVersion(resource, one))).isPresent();
    }

    Optional<KeptStates.Kept> kept(Resource resource, String uid) {
        return shared.kept().get(shared.definition(resource, uid));
    }

    /** A key that was seen and differs from this one only in case, white space or Unicode form. */
    Optional<String> lookalike(Resource resource, String key) {
        return shared.lookalike(resource, key);
    }

    /**
     * The definitions of a kind, listed at this time ({@link System#nanoTime()}) or later. The list goes into the index that is returned, which the
     * cache may have dropped meanwhile.
     */
    public Fallible<DefinitionIndex> index(Resource resource, long since) {
        ProjectIndex index = shared.index();
        return index
                .refresh(resource, since, this::now,
                        () -> list(call(resource, Operation.list), dialect.indexQuery(resource), Optional.of(index)), client.stop())
                .map(failed -> Fallible.<DefinitionIndex>failed(Result.Failure.blocked(failed.problem())))
                .orElseGet(() -> Fallible.of(index.of(resource)));
    }

    /** All definitions of a kind that can be referred to. */
    Result list(Call call) {
        return list(call, dialect.indexQuery(call.resource()), shared.indexIfPresent());
    }

    /** A list as the query asks for it. Only one of all definitions of a kind goes into the index. */
    public Result list(Call call, Query query) {
        return query.equals(dialect.indexQuery(call.resource())) ? list(call) : list(call, Address.of(query));
    }

    /** A list that says nothing about the definitions of a kind. */
    public Result list(Call call, Address address) {
        return send(call, address, null).fold(response -> new ListReader(dialect).read(call, response), Result.Failure::of);
    }

    private Result list(Call call, Query query, Optional<ProjectIndex> index) {
        long requestedAt = now();
        return list(call, Address.of(query)).flatMap(listing -> learn(call.resource(), listing, index, requestedAt));
    }

    private Result learn(Resource resource, Result.Success listing, Optional<ProjectIndex> index, long requestedAt) {
        if (resource.naturalKey() != null) {
            listing.body().forEach(item -> NaturalKey.of(resource, item).ifPresent(key -> shared.learn(resource, key)));
            index.flatMap(project -> project.ifPresent(resource)).ifPresent(kind -> shared.listed(kind, listing.body(), requestedAt));
        }
        return listing;
    }

    /**
     * A definition as the service has it after a write.
     *
     * @param startedAt when the write began
     */
    Result.Success written(Outcome outcome, Resource resource, int status, JsonNode body, long startedAt) {
        long now = now();
        Optional<String> key = NaturalKey.of(resource, body);
        key.ifPresent(text -> shared.learn(resource, text));
        shared.enter(resource, now, index -> index.written(body, startedAt, now));
        shared.wrote(resource, body.path("uid").asText(), new OwnWrite(body, now));
        return new Result.Success(outcome, status, body, body.path("uid").textValue(), key.orElse(null));
    }

    /**
     * The service no longer has a definition.
     *
     * @param startedAt when the deletion began
     */
    void deleted(Resource resource, String uid, long startedAt) {
        long now = now();
        shared.enter(resource, now, index -> index.deleted(uid, startedAt, now));
        shared.wrote(resource, uid, new OwnWrite(null, now));
    }

    /** From now on it is remembered what this process writes. */
    public void watchOwnWrites() {
        shared.kept().watch(id());
    }

    /** Whether a write of this process that ended then or later has made a definition what it is, or has deleted it ({@code null}). */
    public boolean isOwnWrite(Resource resource, String uid, JsonNode found, OptionalLong since) {
        return shared.isOwnWrite(resource, uid, found, since);
    }

    /**
     * Why a uid is not found: the definition does not exist, if the service lists definitions of its kind; or else what the list says, such as that
     * there is no such project.
     */
    public Problem notFound(Resource resource, Problem notFound) {
        return index(resource, oldestUsable()).fold(listed -> notFound, failed -> failed.problem());
    }

    /** A write of this definition failed. The service may have executed it all the same. */
    public Result.Failure failed(Resource resource, String uid, Problem problem) {
        if (problem.retry().inDoubt()) {
            markInDoubt(resource, uid);
        }
        return Result.Failure.of(problem);
    }

    /**
     * The service may have executed a write, or not.
     *
     * @param uid of the definition, or {@code null} of one that was to be created
     */
    public void markInDoubt(Resource resource, String uid) {
        long now = now();
        shared.enter(resource, now, index -> index.markInDoubt(uid, now));
    }
}
