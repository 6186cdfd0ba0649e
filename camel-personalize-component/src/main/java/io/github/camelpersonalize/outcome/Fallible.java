// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.util.function.Function;

/**
 * What was needed before a definition could be settled, or why it could not be had.
 *
 * @param value it, or {@code null}
 * @param failure why there is none, or {@code null}
 */
public record Fallible<T>(T value, Result.Failure failure) {

    public static <T> Fallible<T> of(T value) {
        return new Fallible<>(value, null);
    }

    public static <T> Fallible<T> failed(Result.Failure failure) {
        return new Fallible<>(null, failure);
    }

    /** Goes on with what was needed, or with the failure. */
    public <R> R fold(Function<T, R> success, Function<Result.Failure, R> failed) {
        return failure == null ? success.apply(value) : failed.apply(failure);
    }
}
