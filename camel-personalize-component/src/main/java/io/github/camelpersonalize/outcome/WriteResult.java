// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Category;
import org.jspecify.annotations.Nullable;

/**
 * What became of one write among several.
 *
 * @param kind {@code attribute}, {@code audience}, {@code event}, {@code experience}, {@code priority} or {@code project}
 * @param key its natural key, or {@code null}
 * @param from where it came from, or {@code null}
 */
public record WriteResult(String kind, @Nullable String key, @Nullable Coordinates from, Result result) {

    /** The failure that matters most, if any: what stops all records, then what keeps one of them, and then what rejects one. */
    public static Optional<WriteResult> worst(List<WriteResult> results) {
        return first(results, problem -> problem.category().isOutage())
                .or(() -> first(results, problem -> problem.category() != Category.REJECTED)).or(() -> first(results, problem -> true));
    }

    private static Optional<WriteResult> first(List<WriteResult> results, Predicate<Problem> condition) {
        return results.stream().filter(it -> it.problem().filter(condition).isPresent()).findFirst();
    }

    ItemResult item(int index) {
        return result instanceof Result.Success success
                ? ItemResult.of(index, kind, key, from, success)
                : ItemResult.of(index, kind, key, from, (Result.Failure) result);
    }

    private Optional<Problem> problem() {
        return result.fold(success -> Optional.empty(), failed -> Optional.of(failed.problem()));
    }
}
