// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Coordinates;
import io.github.camelpersonalize.outcome.Result;
import org.jspecify.annotations.Nullable;

/**
 * One definition that a batch asks to be created, updated, upserted or deleted.
 *
 * @param operation {@code create}, {@code update}, {@code upsert} or {@code delete}
 * @param target the definition that is meant, {@link Target#NONE} where the natural key of the body finds it
 * @param body what to write, or {@code null} for a deletion
 * @param from where it came from, or {@code null}
 * @param onConflict what an upsert does with a definition that differs, or {@code null} for what the options say
 * @param version the version of the definition, or {@code null} when records have none
 * @param ended its result, or {@code null} when it is yet to be executed: it could not be read, or asks for nothing
 */
public record WriteRequest(Resource resource, Operation operation, Target target, @Nullable JsonNode body, @Nullable Coordinates from,
        @Nullable OnConflict onConflict, @Nullable RecordVersion version, @Nullable Result ended) {

    /** One that has its result already. */
    public static WriteRequest ended(Resource resource, Operation operation, @Nullable String key, @Nullable Coordinates from,
            Result result) {
        return new WriteRequest(resource, operation, new Target(null, key), null, from, null, null, result);
    }

    /** One for the definition of its body. */
    public static WriteRequest of(Resource resource, Operation operation, JsonNode body, @Nullable Coordinates from) {
        return new WriteRequest(resource, operation, Target.NONE, body, from, null, null, null);
    }

    /**
     * One that upserts the definition of its body.
     *
     * @param onConflict what to do with a definition that differs, or {@code null} for what the options say
     */
    public static WriteRequest upsert(Resource resource, JsonNode body, @Nullable Coordinates from, @Nullable OnConflict onConflict) {
        return new WriteRequest(resource, Operation.upsert, Target.NONE, body, from, onConflict, null, null);
    }

    /** One that deletes a definition. */
    public static WriteRequest deletion(Resource resource, Target target, @Nullable Coordinates from) {
        return new WriteRequest(resource, Operation.delete, target, null, from, null, null, null);
    }

    /** What it writes: a deletion writes nothing. */
    JsonNode content() {
        return Objects.requireNonNull(body, "it writes nothing");
    }

    /** The same, as this version of the definition. */
    WriteRequest version(RecordVersion other) {
        return new WriteRequest(resource, operation, target, body, from, onConflict, other, ended);
    }

    /** The natural key that it gives to the definition, or else finds it by; reports show it. */
    Optional<String> key() {
        Optional<String> own = body == null ? Optional.empty() : NaturalKey.of(resource, body);
        return own.isPresent() ? own : Optional.ofNullable(target.key());
    }

    /** The natural key that finds the definition: the one that it is aimed at, or else the body's. */
    Optional<String> soughtKey() {
        return target.key() == null ? key() : Optional.of(target.key());
    }

    boolean isByUid() {
        return target.uid() != null;
    }

    /** Whether it is aimed at one natural key and asks for another. */
    boolean isRename() {
        return !isByUid() && target.key() != null && !soughtKey().equals(key());
    }

    /** Whether it asks for the same as another. */
    boolean isSameAs(WriteRequest other) {
        return operation == other.operation && target.equals(other.target) && Objects.equals(body, other.body)
                && onConflict == other.onConflict;
    }
}
