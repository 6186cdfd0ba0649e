// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.outcome.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * One definition to write or to read, as its sender asks for it.
 *
 * @param body the definition, or {@code null} when it could not be read
 * @param fault why it could not be read, or {@code null}
 * @param uid the uid that the record names beside its body, or {@code null}
 * @param key the natural key that the record names beside its body, or {@code null}
 * @param versionUid the uid of a version that the record names beside its body, or {@code null}
 * @param coordinates where it came from, or {@code null} when that is not known
 * @param tombstoneKey the key of a record that has one and no body, or {@code null}
 * @param tombstoneFault why that key names no definition, or {@code null}
 * @param earlier what earlier steps have to do with its names
 */
public record InputRecord(@Nullable JsonNode body, @Nullable String fault, @Nullable String uid, @Nullable String key,
        @Nullable String versionUid,
        @Nullable Coordinates coordinates, @Nullable String tombstoneKey, @Nullable String tombstoneFault, EarlierSteps earlier) {

    /** For an operation that is about no definition. */
    public static final InputRecord NONE = new InputRecord(null, null, null, null, null, null, null, null, EarlierSteps.NONE);

    /** The body of a record that has one. */
    JsonNode content() {
        return Objects.requireNonNull(body, "the record has no body");
    }

    /** The same with another body, or {@code null}. */
    InputRecord withBody(@Nullable JsonNode other) {
        return new InputRecord(other, fault, uid, key, versionUid, coordinates, tombstoneKey, tombstoneFault, earlier);
    }
}
