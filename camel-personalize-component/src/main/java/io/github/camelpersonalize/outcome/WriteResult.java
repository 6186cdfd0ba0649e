// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Category;

/**
 * What became of one write among several.
 *
 * @param kind {@code attribute}, {@code audience}, {@code event}, {@code experience}, {@code priority} or {@code project}
 * @param key its natural key, or {@code null}
 * @param from where it came from, or {@code null}
 */
public record WriteResult(String kind, String key, Coordinates from, Result result) {

    /** The problem that matters most, if any: what stops all records, then what keeps one of them, and then what rejects one. */
    public static Optional<Problem> worst(List<WriteResult> results) {
        List<Problem> problems = results.stream().map(WriteResult::result).filter(Result.Failure.class::isInstance)
                .map(result -> ((Result.Failure) result).problem()).toList();
        return problems.stream().filter(problem -> problem.category().isOutage()).findFirst()
                .or(() -> problems.stream().filter(problem -> problem.category() != Category.REJECTED).findFirst())
                .or(() -> problems.stream().findFirst());
    }

    ItemResult item(int index) {
        return result.fold(success -> item(index, success),
                failed -> new ItemResult(index, kind, key, null, failed.outcome(), failed.problem().message(), from));
    }

    private ItemResult item(int index, Result.Success success) {
        String finalKey = success.key() == null ? key : success.key();
        return new ItemResult(index, kind, finalKey, success.uid(), success.outcome(), success.note(), from);
    }
}
