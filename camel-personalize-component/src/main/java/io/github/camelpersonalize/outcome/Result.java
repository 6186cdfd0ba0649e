// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.NaturalKey;
import org.jspecify.annotations.Nullable;

/** What became of one operation. */
public sealed interface Result {

    /** What the success comes to, or the failure. */
    <T> T fold(Function<Success, T> success, Function<Failure, T> failure);

    /** What the success comes to; a failure stays. */
    Result flatMap(Function<Success, Result> success);

    /** What the failure comes to; a success stays. */
    Result recover(Function<Failure, Result> failure);

    /**
     * It succeeded.
     *
     * @param outcome what was done, or {@code null} when only something was read
     * @param status the HTTP status of the response
     * @param body the definition as the service has it, a missing node when the response was empty
     * @param uid of the definition, or {@code null}
     * @param key of the definition, or {@code null}
     * @param note what else is worth knowing, or {@code null}
     */
    record Success(@Nullable Outcome outcome, int status, JsonNode body, @Nullable String uid, @Nullable String key,
            @Nullable String note) implements Result {

        public Success(@Nullable Outcome outcome, int status, JsonNode body, @Nullable String uid, @Nullable String key) {
            this(outcome, status, body, uid, key, null);
        }

        /** Nothing had to be done: the service has this definition. */
        public static Success unchanged(Resource resource, JsonNode actual, @Nullable String note) {
            return new Success(Outcome.UNCHANGED, 0, actual, actual.path("uid").textValue(), NaturalKey.of(resource, actual).orElse(null),
                    note);
        }

        /** The definition does not exist, as was asked for. */
        public static Success gone(Outcome outcome, int status, @Nullable String uid, @Nullable String key) {
            return new Success(outcome, status, MissingNode.getInstance(), uid, key);
        }

        /** Nothing was asked for. */
        public static Success nothing(@Nullable String key, @Nullable String note) {
            return new Success(Outcome.UNCHANGED, 0, MissingNode.getInstance(), null, key, note);
        }

        /** What a write has done. */
        Outcome written() {
            return Objects.requireNonNull(outcome, "something was only read");
        }

        /** The uid of a definition that was found, or written. */
        public Uid knownUid() {
            return new Uid(Objects.requireNonNull(uid, "there is no uid"));
        }

        public Success withNote(String other) {
            return new Success(outcome, status, body, uid, key, other);
        }

        @Override
        public <T> T fold(Function<Success, T> success, Function<Failure, T> failure) {
            return success.apply(this);
        }

        @Override
        public Result flatMap(Function<Success, Result> success) {
            return success.apply(this);
        }

        @Override
        public Result recover(Function<Failure, Result> failure) {
            return this;
        }

        /** For logs: without the definition. */
        @Override
        public String toString() {
            StringJoiner text = new StringJoiner(" ");
            text.add(outcome == null ? "read" : outcome.name());
            Optional.ofNullable(key).ifPresent(name -> text.add("\"" + name + "\""));
            Optional.ofNullable(uid).ifPresent(id -> text.add("(uid " + id + ")"));
            Optional.ofNullable(note).ifPresent(more -> text.add("(" + more + ")"));
            return text.toString();
        }
    }

    /**
     * It failed.
     *
     * @param outcome what became of the definition
     * @param problem why
     * @param inDoubt whether this component may have created the definition all the same
     */
    record Failure(Outcome outcome, Problem problem, boolean inDoubt) implements Result {

        static final String NOT_FOUND = "NOT_FOUND";
        public static final String LOOKALIKE = "LOOKALIKE";

        public Failure(Outcome outcome, Problem problem) {
            this(outcome, problem, outcome == Outcome.UNKNOWN);
        }

        @Override
        public <T> T fold(Function<Success, T> success, Function<Failure, T> failure) {
            return failure.apply(this);
        }

        @Override
        public Result flatMap(Function<Success, Result> success) {
            return this;
        }

        @Override
        public Result recover(Function<Failure, Result> failure) {
            return failure.apply(this);
        }

        /** For logs. */
        @Override
        public String toString() {
            return outcome + ": " + problem.message();
        }

        /** Whether the project has no such definition, and none that people could take for it. */
        public boolean isNotFound() {
            return problem.status() == 0 && NOT_FOUND.equals(problem.code());
        }

        /** The same, with what else is worth knowing. */
        public Failure withNote(String other) {
            return new Failure(outcome, problem.withMessage(problem.message() + "; " + other), inDoubt);
        }

        /** The same, where an earlier create of this component is in doubt. */
        public Failure withDoubt() {
            return new Failure(outcome, problem, true);
        }

        /** The project has no such definition, and none that people could take for it. */
        public static Failure notFound(String why) {
            return of(Problem.rejected(NOT_FOUND, why));
        }

        /** Nothing was sent, because the route is stopping. */
        public static Failure stopping() {
            return of(Problem.STOPPING);
        }

        /** Nothing was sent, because something else prevents it. */
        public static Failure blocked(String code, String why) {
            return blocked(Problem.rejected(code, why));
        }

        /** Nothing was sent, because something else prevents it. */
        public static Failure blocked(Problem problem) {
            return new Failure(Outcome.BLOCKED, problem);
        }

        /** A failure whose outcome follows from whether anything was sent, and who is at fault. */
        public static Failure of(Problem problem) {
            return new Failure(switch (problem.category()) {
                case REJECTED -> Outcome.REJECTED;
                case BLOCKED, MISCONFIGURED, UNAUTHORIZED -> Outcome.BLOCKED;
                case UNAVAILABLE -> problem.retry().inDoubt() ? Outcome.UNKNOWN : Outcome.BLOCKED;
            }, problem);
        }
    }
}
