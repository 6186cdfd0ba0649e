// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.NaturalKey;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;

/**
 * One definition that a batch asks to be created, updated, upserted or deleted.
 *
 * @param operation {@code create}, {@code update}, {@code upsert} or {@code delete}
 * @param target the definition that is meant, {@link Target#NONE} where the body tells by its natural key
 * @param body what to write, or {@code null} for a deletion
 * @param from where it came from, or {@code null}
 * @param onConflict what an upsert does with a definition that differs, or {@code null} for what the options say
 * @param version which state of the definition it is, or {@code null} when records do not tell
 * @param ended what became of it already, or {@code null}: it could not be read, or asks for nothing
 */
public record Wish(Resource resource, Operation operation, Target target, JsonNode body, Coordinates from, OnConflict onConflict,
        Version version, Result ended) {

    /** A wish that there is nothing to do for. */
    public static Wish ended(Resource resource, Operation operation, String key, Coordinates from, Result result) {
        return new Wish(resource, operation, new Target(null, key), null, from, null, null, result);
    }

    /** A wish for a definition that its body names. */
    public static Wish of(Resource resource, Operation operation, JsonNode body, Coordinates from) {
        return new Wish(resource, operation, Target.NONE, body, from, null, null, null);
    }

    /** A wish for the deletion of a definition. */
    public static Wish deletion(Resource resource, Target target, Coordinates from) {
        return new Wish(resource, Operation.delete, target, null, from, null, null, null);
    }

    /** The same, as this version of the definition. */
    public Wish version(Version other) {
        return new Wish(resource, operation, target, body, from, onConflict, other, ended);
    }

    /** The same, with another answer to a definition that differs. */
    public Wish onConflict(OnConflict other) {
        return new Wish(resource, operation, target, body, from, other, version, ended);
    }

    /** The natural key that it gives to the definition, or else finds it by; what reports call it. */
    public Optional<String> key() {
        return Optional.ofNullable(body).flatMap(definition -> NaturalKey.of(resource, definition))
                .or(() -> Optional.ofNullable(target.key()));
    }

    /** The natural key of the definition that it is about: the one that it is aimed at by, or else the body's. */
    Optional<String> soughtKey() {
        return Optional.ofNullable(target.key()).or(this::key);
    }

    boolean isByUid() {
        return target.uid() != null;
    }

    /** Whether it is aimed at one natural key and asks for another. */
    boolean isRename() {
        return !isByUid() && !soughtKey().equals(key());
    }

    /** Whether it asks for the same as another. */
    boolean isSameAs(Wish other) {
        return operation == other.operation && target.equals(other.target) && Objects.equals(body, other.body)
                && onConflict == other.onConflict;
    }
}
