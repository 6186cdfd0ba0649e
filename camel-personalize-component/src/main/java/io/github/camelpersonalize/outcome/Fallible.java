// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.util.function.Function;

/**
 * A value, or the failure to get it.
 *
 * @param value the value, or {@code null}
 * @param failure why there is no value, or {@code null}
 */
public record Fallible<T>(T value, Result.Failure failure) {

    public static <T> Fallible<T> of(T value) {
        return new Fallible<>(value, null);
    }

    public static <T> Fallible<T> failed(Result.Failure failure) {
        return new Fallible<>(null, failure);
    }

    public boolean isFailure() {
        return failure != null;
    }

    /** What the value comes to, or the failure. */
    public <R> R fold(Function<T, R> success, Function<Result.Failure, R> failed) {
        return isFailure() ? failed.apply(failure) : success.apply(value);
    }

    /** What the value comes to; a failure stays. */
    public <R> Fallible<R> map(Function<T, R> success) {
        return flatMap(it -> of(success.apply(it)));
    }

    /** What the value comes to, if nothing fails; a failure stays. */
    public <R> Fallible<R> flatMap(Function<T, Fallible<R>> success) {
        return fold(success, Fallible::failed);
    }

    /** What the failure comes to; a value stays. */
    public Fallible<T> recover(Function<Result.Failure, Fallible<T>> failed) {
        return isFailure() ? failed.apply(failure) : this;
    }

    /** The result of an operation on the value; a failure is the result itself. */
    public Result toResult(Function<T, Result> success) {
        return fold(success, failed -> failed);
    }
}
