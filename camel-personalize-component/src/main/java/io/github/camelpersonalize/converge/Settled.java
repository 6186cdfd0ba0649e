// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Problem.Kind;

/**
 * What became of one thing among several that were asked for.
 *
 * @param kind {@code attribute}, {@code audience}, {@code event}, {@code experience}, {@code priority} or {@code project}
 * @param key its natural key, or {@code null}
 * @param from where it came from, or {@code null}
 */
public record Settled(String kind, String key, Coordinates from, Result result) {

    /** What became of a wish. */
    static Settled of(Wish wish, Result result) {
        return new Settled(wish.resource().kind(), wish.key().orElse(null), wish.from(), result);
    }

    /** The problem that tells most about what to do, if any: the service's or the credential's tells more than a record's. */
    public static Optional<Problem> worst(List<Settled> settled) {
        List<Problem> problems = settled.stream().map(Settled::result).filter(Result.Failed.class::isInstance)
                .map(result -> ((Result.Failed) result).problem()).toList();
        return problems.stream().filter(problem -> problem.kind() != Kind.REJECTED).findFirst().or(() -> problems.stream().findFirst());
    }

    ItemResult item(int index) {
        return result.then(
                done -> new ItemResult(index, kind, done.key() == null ? key : done.key(), done.uid(), done.outcome(), done.note(), from),
                failed -> new ItemResult(index, kind, key, null, failed.outcome(), failed.problem().message(), from));
    }
}
