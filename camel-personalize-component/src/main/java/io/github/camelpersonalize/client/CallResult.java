// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

/** The outcome of one call. */
public sealed interface CallResult {

    /** The result of one function or the other. */
    <T> T fold(Function<Success, T> success, Function<Problem, T> failure);

    /** The same success, or a failure with another problem. */
    default CallResult mapProblem(UnaryOperator<Problem> change) {
        return fold(success -> success, problem -> new Failure(change.apply(problem)));
    }

    /** Why the call failed, if it did. */
    default Optional<Problem> failure() {
        return fold(success -> Optional.empty(), Optional::of);
    }

    /** What the service responded with, if the call succeeded; a missing node for an empty response. */
    default Optional<JsonNode> responseBody() {
        return fold(success -> Optional.of(success.body()), problem -> Optional.empty());
    }

    /**
     * The service carried out the call.
     *
     * @param status the HTTP status, 200 to 299
     * @param body of the response, a missing node when it was empty
     */
    record Success(int status, JsonNode body) implements CallResult {

        @Override
        public <T> T fold(Function<Success, T> success, Function<Problem, T> failure) {
            return success.apply(this);
        }
    }

    /** The service did not carry out the call, or it is in doubt whether it did. */
    record Failure(Problem problem) implements CallResult {

        @Override
        public <T> T fold(Function<Success, T> success, Function<Problem, T> failure) {
            return failure.apply(problem);
        }
    }
}
