// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.NaturalKey;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Kind;
import io.github.camelpersonalize.client.Problem.Retry;

/** What became of one operation. */
public sealed interface Result {

    /** Goes on with the success, or with the failure. */
    <T> T then(Function<Done, T> success, Function<Failed, T> failure);

    /**
     * It succeeded.
     *
     * @param outcome what was done, or {@code null} when only something was read
     * @param status the HTTP status of the answer
     * @param body what the service holds, a missing node when it said nothing
     * @param uid of the definition, or {@code null}
     * @param key of the definition, or {@code null}
     * @param note what else is worth knowing, or {@code null}
     */
    record Done(Outcome outcome, int status, JsonNode body, String uid, String key, String note) implements Result {

        Done(Outcome outcome, int status, JsonNode body, String uid, String key) {
            this(outcome, status, body, uid, key, null);
        }

        /** Nothing had to be done for this definition of the service's. */
        static Done unchanged(Resource resource, JsonNode held, String note) {
            return new Done(Outcome.UNCHANGED, 0, held, held.path("uid").textValue(), NaturalKey.of(resource, held).orElse(null), note);
        }

        /** Nothing was asked for. */
        public static Done nothing(String key, String note) {
            return new Done(Outcome.UNCHANGED, 0, MissingNode.getInstance(), null, key, note);
        }

        Done withNote(String other) {
            return new Done(outcome, status, body, uid, key, other);
        }

        @Override
        public <T> T then(Function<Done, T> success, Function<Failed, T> failure) {
            return success.apply(this);
        }
    }

    /**
     * It failed.
     *
     * @param outcome what became of the definition
     * @param problem why
     * @param inDoubt whether the definition may be ours all the same
     */
    record Failed(Outcome outcome, Problem problem, boolean inDoubt) implements Result {

        static final String NOT_FOUND = "NOT_FOUND";
        static final String LOOKALIKE = "LOOKALIKE";
        static final String NOT_SENT = "NOT_SENT";

        Failed(Outcome outcome, Problem problem) {
            this(outcome, problem, outcome == Outcome.UNKNOWN);
        }

        @Override
        public <T> T then(Function<Done, T> success, Function<Failed, T> failure) {
            return failure.apply(this);
        }

        /** Whether the project has no such definition, and none that seems to be meant. */
        boolean isNotFound() {
            return problem.status() == 0 && NOT_FOUND.equals(problem.code());
        }

        /** The same, with what else is worth knowing. */
        Failed withNote(String other) {
            return new Failed(outcome, problem.withMessage(problem.message() + "; " + other), inDoubt);
        }

        /** The same, where a create of ours was left in doubt before. */
        Failed doubted() {
            return new Failed(outcome, problem, true);
        }

        /** Nothing was sent, because the route is stopping. */
        static Failed stopping() {
            return of(new Problem(Kind.UNAVAILABLE, 0, null, "not sent, because the route is stopping", List.of(), Retry.USELESS));
        }

        /** Nothing was sent, because something else stands in the way. */
        static Failed blocked(String code, String why) {
            return blocked(Problem.rejected(code, why));
        }

        /** Nothing was sent, because something else stands in the way. */
        static Failed blocked(Problem problem) {
            return new Failed(Outcome.BLOCKED, problem);
        }

        /** A failure whose outcome follows from whether anything was sent, and who is at fault. */
        public static Failed of(Problem problem) {
            return new Failed(switch (problem.kind()) {
                case REJECTED -> Outcome.REJECTED;
                case UNAUTHORIZED -> Outcome.BLOCKED;
                case UNAVAILABLE -> problem.retry().inDoubt() ? Outcome.UNKNOWN : Outcome.BLOCKED;
            }, problem);
        }
    }
}
