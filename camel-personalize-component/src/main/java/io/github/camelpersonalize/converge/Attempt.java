// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.function.Function;

/**
 * What was needed before a definition could be settled, or why it could not be had.
 *
 * @param value it, or {@code null}
 * @param failure why there is none, or {@code null}
 */
record Attempt<T>(T value, Result.Failed failure) {

    static <T> Attempt<T> of(T value) {
        return new Attempt<>(value, null);
    }

    static <T> Attempt<T> failed(Result.Failed failure) {
        return new Attempt<>(null, failure);
    }

    /** Goes on with what was needed, or with the failure. */
    <R> R then(Function<T, R> success, Function<Result.Failed, R> failed) {
        return failure == null ? success.apply(value) : failed.apply(failure);
    }
}
