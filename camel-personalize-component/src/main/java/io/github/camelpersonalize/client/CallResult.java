// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of one call. */
public sealed interface CallResult {

    /** Goes on with the answer, or with the problem. */
    <T> T fold(Function<Success, T> success, Function<Problem, T> failure);

    /**
     * The service did it.
     *
     * @param status the HTTP status, 200 to 299
     * @param body the answer, a missing node when it was empty
     */
    record Success(int status, JsonNode body) implements CallResult {

        @Override
        public <T> T fold(Function<Success, T> success, Function<Problem, T> failure) {
            return success.apply(this);
        }
    }

    /** The service did not do it, or we do not know. */
    record Failure(Problem problem) implements CallResult {

        @Override
        public <T> T fold(Function<Success, T> success, Function<Problem, T> failure) {
            return failure.apply(problem);
        }
    }
}
