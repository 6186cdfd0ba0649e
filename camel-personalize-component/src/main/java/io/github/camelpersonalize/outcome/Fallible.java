// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.util.Objects;
import java.util.function.Function;

import io.github.camelpersonalize.outcome.Result.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A value, or the failure to get it.
 *
 * @param value the value, or {@code null}
 * @param failure why there is no value, or {@code null}
 */
public record Fallible<T>(@Nullable T value, @Nullable Failure failure) {

    public static <T> Fallible<T> of(T value) {
        return new Fallible<>(value, null);
    }

    public static <T> Fallible<T> failed(Failure failure) {
        return new Fallible<>(null, failure);
    }

    /** The value of what is no failure. */
    @Override
    public T value() {
        return Objects.requireNonNull(value, "there is no value");
    }

    /** Why there is no value. */
    @Override
    public Failure failure() {
        return Objects.requireNonNull(failure, "there is no failure");
    }

    public boolean isFailure() {
        return failure != null;
    }

    /** What the value comes to, or the failure. */
    public <R> R fold(Function<T, R> success, Function<Failure, R> failed) {
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
    public Fallible<T> recover(Function<Failure, Fallible<T>> failed) {
        return isFailure() ? failed.apply(failure) : this;
    }

    /** The result of an operation on the value; a failure is the result itself. */
    public Result toResult(Function<T, Result> success) {
        return fold(success, failed -> failed);
    }
}
