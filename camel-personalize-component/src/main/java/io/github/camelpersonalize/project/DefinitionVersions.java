// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.CallResult;
import io.github.camelpersonalize.client.CallResult.Success;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Retries;
import io.github.camelpersonalize.definition.Parts;
import io.github.camelpersonalize.lifecycle.Composition;
import io.github.camelpersonalize.lifecycle.DesiredVersion;
import io.github.camelpersonalize.lifecycle.NextStep;
import io.github.camelpersonalize.lifecycle.NextStep.Conflict;
import io.github.camelpersonalize.lifecycle.NextStep.Done;
import io.github.camelpersonalize.lifecycle.NextStep.Write;
import io.github.camelpersonalize.lifecycle.VersionIndex;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Fallible;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;

/** The versions of one definition of a project. */
public final class DefinitionVersions {

    private final Project project;
    private final Resource resource;
    private final String uid;
    private final Shape shape;
    private final KeyLocks.UidKey key;

    public DefinitionVersions(Project project, Resource resource, String uid) {
        this.project = project;
        this.resource = resource;
        this.uid = uid;
        this.shape = project.shape(resource);
        this.key = project.shared().definition(resource, uid);
    }

    /** What is asked of a version, by the members of it that a definition without references has. */
    private DesiredVersion desired(ObjectNode members) {
        return new DesiredVersion(shape, members, (sent, kept) -> project.shared().kept().isMade(key, sent, kept));
    }

    /** Compares the definition itself and its versions with the desired one. */
    public Composition compare(JsonNode definition, JsonNode head, Versions versions) {
        Parts parts = Parts.of(definition, shape);
        return Composition.of(shape, head, project.compare(resource, parts.head(), head), desired(parts.version()), versions);
    }

    /** As they were listed or written at this time ({@link System#nanoTime()}) or later. */
    public Fallible<Versions> since(long time) {
        return index().since(uid, time).map(Fallible::of).orElseGet(this::list);
    }

    /** A list shows what was written only after a while. */
    private Fallible<Versions> list() {
        if (index().mustWait(uid, project.now()) && !project.awaitListing()) {
            return Fallible.failed(Result.Failure.stopping());
        }
        Call call = project.call(resource, Operation.listVersions);
        long requestedAt = project.now();
        return project.send(call, Address.of(new Uid(uid)), null)
                .fold(response -> new ListReader(project.dialect()).read(call, response), Result.Failure::of)
                .fold(listing -> Fallible.of(index().listed(uid, new Versions(shape, listing.body()), requestedAt)),
                        failed -> Fallible.failed(Result.Failure.blocked(failed.problem())));
    }

    /**
     * Makes them as desired, call by call. After a call whose effect is in doubt, and after one that the service refuses because others have changed the
     * versions meanwhile, they are listed again, and what is missing then is what is sent next.
     *
     * @param head the definition itself, as this exchange has found or made it
     */
    Result ensure(Result.Success head, ObjectNode members) {
        return project.withLock(resource, new Uid(uid), () -> new Work(head, desired(members)).execute());
    }

    /** Another operation has written them, or may have: they are listed before they are used again. */
    public void markInDoubt() {
        project.shared().markVersionsInDoubt(uid, project.now());
    }

    private VersionIndex index() {
        return project.shared().index().versions();
    }

    /** One definition being brought to its desired state. Used by one thread. */
    private final class Work {

        /** More calls than any state needs, also when others interfere. */
        private static final int MOST_CALLS = 10;

        private final Result.Success head;
        private final DesiredVersion desired;
        private final Retries retries = project.retries();
        private int status;
        private boolean hasWritten;
        /** The call that the service has refused, and why: the same call again would be refused again. */
        private Write refused;
        private Problem refusal;

        private Work(Result.Success head, DesiredVersion desired) {
            this.head = head;
            this.desired = desired;
            this.status = head.status();
        }

        private Result execute() {
            Fallible<Versions> versions = since(project.startedAt());
            for (int calls = 0; calls < MOST_CALLS; calls++) {
                if (versions.isFailure()) {
                    return failed(versions.failure());
                }
                NextStep next = desired.next(versions.value());
                if (next instanceof Done done) {
                    return done(done);
                }
                if (next instanceof Conflict conflict) {
                    return failed(new Result.Failure(Outcome.CONFLICT, Problem.rejected("CONFLICT", conflict.why())));
                }
                if (next.equals(refused)) {
                    return failed(Result.Failure.of(refusal));
                }
                versions = send((Write) next, versions.value());
            }
            return failed(
                    Result.Failure.of(Problem.unavailable(status, "the versions were not as desired after " + MOST_CALLS + " calls")));
        }

        private Fallible<Versions> send(Write write, Versions versions) {
            Operation operation = write.uid() == null ? Operation.createVersion : Operation.updateVersion;
            Address address = write.uid() == null ? Address.of(new Uid(uid)) : Address.of(new Uid(uid)).version(new Uid(write.uid()));
            CallResult sent = project.sendOnce(project.call(resource, operation), address, write.body(), retries);
            return sent.fold(response -> written(write, versions, response), problem -> notWritten(write, problem));
        }

        private Fallible<Versions> written(Write write, Versions versions, Success response) {
            hasWritten = true;
            status = response.status();
            Fallible<Versions> now = isWhole(response.body(), write)
                    ? Fallible.of(versions.with(response.body()))
                    : listed();
            if (!now.isFailure()) {
                Optional<JsonNode> made = Optional.ofNullable(write.uid()).map(now.value()::withUid).orElseGet(now.value()::draft);
                made.ifPresent(version -> learn(write, version));
                project.shared().enterVersions(uid, now.value(), project.now());
            }
            return now;
        }

        /** Whether a response has all that was sent, so that it says what became of it. */
        private boolean isWhole(JsonNode response, Write write) {
            return project.dialect().uid(response).isPresent()
                    && write.body().propertyStream().allMatch(member -> response.has(member.getKey()));
        }

        /** What the service makes of a content, it will make of it again. */
        private void learn(Write write, JsonNode version) {
            ObjectNode kept = desired.content(version);
            project.shared().kept().learnMade(key, desired.content(write.body()), kept);
            if (desired.isSentBy(write)) {
                project.shared().kept().learnMade(key, desired.content(), kept);
            }
        }

        private Fallible<Versions> notWritten(Write write, Problem problem) {
            markInDoubt();
            if (problem.retry().inDoubt()) {
                project.stats().reconciled();
                return lookedUp(write, problem);
            }
            refused = write;
            refusal = problem;
            return problem.category() == Problem.Category.REJECTED ? listed() : Fallible.failed(Result.Failure.of(problem));
        }

        /** Whether the call was carried out, the list shows; if not, it is sent once more. */
        private Fallible<Versions> lookedUp(Write write, Problem problem) {
            Fallible<Versions> now = listed();
            if (now.isFailure()) {
                return unknown(problem, "looking it up failed: " + now.failure().problem().message());
            }
            if (!desired.next(now.value()).equals(write)) {
                hasWritten = true;
                return now;
            }
            Optional<String> end = retries.waitForNext(problem.retry().after());
            return end.isPresent() ? unknown(problem, end.get()) : now;
        }

        private Fallible<Versions> unknown(Problem problem, String why) {
            return Fallible.failed(new Result.Failure(Outcome.UNKNOWN, problem.withMessage(problem.message() + "; " + why)));
        }

        /** From the service, whatever is known of them. */
        private Fallible<Versions> listed() {
            markInDoubt();
            return list();
        }

        private Result done(Done done) {
            ObjectNode whole = Parts.composed(head.body(), done.version(), shape);
            Outcome outcome = hasWritten && head.outcome() == Outcome.UNCHANGED ? Outcome.UPDATED : head.outcome();
            if (hasWritten) {
                whole.remove(shape.versioning().orElseThrow().derived());
            }
            Result.Success result = hasWritten
                    ? project.written(outcome, resource, status, whole, project.now())
                    : new Result.Success(outcome, status, whole, head.uid(), head.key());
            List<String> notes = new ArrayList<>();
            Optional.ofNullable(head.note()).ifPresent(notes::add);
            Optional.ofNullable(done.note()).ifPresent(notes::add);
            return notes.isEmpty() ? result : result.withNote(String.join("; ", notes));
        }

        /** What was created stays known as such, though its version is not as desired. */
        private Result failed(Result.Failure failure) {
            return switch (head.outcome()) {
                case CREATED, ADOPTED -> told("it was created (uid " + uid + "), but its version is not as desired: ", failure).withDoubt();
                case UPDATED -> told("it was changed, but its version is not as desired: ", failure);
                default -> failure;
            };
        }

        private static Result.Failure told(String what, Result.Failure failure) {
            Problem problem = failure.problem();
            return new Result.Failure(failure.outcome(), problem.withMessage(what + problem.message()), failure.inDoubt());
        }
    }
}
