// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Category;

/**
 * What became of one thing among several that were asked for.
 *
 * @param kind {@code attribute}, {@code audience}, {@code event}, {@code experience}, {@code priority} or {@code project}
 * @param key its natural key, or {@code null}
 * @param from where it came from, or {@code null}
 */
public record WriteResult(String kind, String key, Coordinates from, Result result) {

    /** The problem that tells most about what to do, if any: the service's or the credential's tells more than a record's. */
    public static Optional<Problem> worst(List<WriteResult> settled) {
        List<Problem> problems = settled.stream().map(WriteResult::result).filter(Result.Failure.class::isInstance)
                .map(result -> ((Result.Failure) result).problem()).toList();
        return problems.stream().filter(problem -> problem.category() != Category.REJECTED).findFirst()
                .or(() -> problems.stream().findFirst());
    }

    ItemResult item(int index) {
        return result.fold(
                done -> new ItemResult(index, kind, done.key() == null ? key : done.key(), done.uid(), done.outcome(), done.note(), from),
                failed -> new ItemResult(index, kind, key, null, failed.outcome(), failed.problem().message(), from));
    }
}
