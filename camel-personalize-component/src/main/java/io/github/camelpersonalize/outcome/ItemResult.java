// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.outcome;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.client.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a batch.
 *
 * @param index its position in the batch, from 0
 * @param kind {@code attribute}, {@code audience}, {@code event} or {@code experience}
 * @param key its natural key, or {@code null} when it has none
 * @param uid its uid, or {@code null} when there is none
 * @param outcome what became of it
 * @param message why it failed, or what else is worth knowing, or {@code null}
 * @param coordinates where it came from, or {@code null} when that is not known
 * @param fault whose fault it is that it failed, or {@code null} when it did not
 * @param code an error code, that of the service or one of {@code INVALID}, {@code UNRESOLVED}, …; or {@code null}
 * @param fieldErrors the errors in the definition, each with its JSON pointer (RFC 6901)
 * @param retryAfter how long the service asks to wait before a retry, or {@code null} when it does not say so
 */
public record ItemResult(int index, String kind, @Nullable String key, @Nullable String uid, Outcome outcome, @Nullable String message,
        @Nullable Coordinates coordinates, @Nullable Fault fault, @Nullable String code, List<FieldError> fieldErrors,
        @Nullable Duration retryAfter) implements Serializable {

    public ItemResult {
        fieldErrors = List.copyOf(fieldErrors);
    }

    static ItemResult of(int index, String kind, @Nullable String key, @Nullable Coordinates from, Result.Success success) {
        String finalKey = success.key() == null ? key : success.key();
        return new ItemResult(index, kind, finalKey, success.uid(), success.written(), success.note(), from, null, null, List.of(), null);
    }

    static ItemResult of(int index, String kind, @Nullable String key, @Nullable Coordinates from, Result.Failure failed) {
        Problem problem = failed.problem();
        return new ItemResult(index, kind, key, null, failed.outcome(), problem.message(), from, Fault.of(failed), problem.code(),
                problem.fieldErrors(), problem.retry().after().orElse(null));
    }

    /** Whether the record is at fault, so that it belongs to a dead-letter channel. What is {@code BLOCKED} does not: it waits for something else. */
    public boolean isRejected() {
        return fault == Fault.RECORD;
    }

    /** Whether the same record is to be sent again later: it is neither done nor at fault. */
    public boolean isRetryable() {
        return fault != null && fault.mayRetry();
    }
}
