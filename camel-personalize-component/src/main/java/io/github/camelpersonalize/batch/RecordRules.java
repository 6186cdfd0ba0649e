// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Tombstone;
import org.jspecify.annotations.Nullable;

/**
 * What decides how records are read.
 *
 * @param uid the definition that every record is about, whatever the record names; or {@code null}
 * @param key the same, by its natural key; or {@code null}
 * @param versionUid the version that every record is about, whatever the record names; or {@code null}
 * @param versionField the member of a body that holds the version of the record, or {@code null}
 * @param tombstone what to do with a record that has a key and no body
 * @param places what messages call the places where a record names its definition
 */
public record RecordRules(Resource resource, Dialect dialect, @Nullable String uid, @Nullable String key, @Nullable String versionUid,
        @Nullable String versionField, Tombstone tombstone, Places places) {

    /** The same, where the URI says more for one record. */
    public RecordRules aimedAt(@Nullable String otherUid, @Nullable String otherKey, @Nullable String otherVersion) {
        if (otherUid == null && otherKey == null && otherVersion == null) {
            return this;
        }
        return new RecordRules(resource, dialect, other(otherUid, uid), other(otherKey, key), other(otherVersion, versionUid), versionField,
                tombstone, places);
    }

    private static @Nullable String other(@Nullable String other, @Nullable String own) {
        return other == null ? own : other;
    }

    /** Whether they say which definition is meant. */
    public boolean isAddressed() {
        return uid != null || key != null;
    }

    /**
     * What messages call the places where a record names its definition, as its sender knows them.
     *
     * @param uid such as {@code the header CamelPersonalizeUid}
     * @param key such as {@code the header CamelPersonalizeKey}
     * @param versionUid such as {@code the header CamelPersonalizeVersionUid}
     * @param advice how to name a definition, such as {@code set the header CamelPersonalizeUid}
     * @param results what to do when earlier steps have written there
     */
    public record Places(String uid, String key, String versionUid, String advice, String results) {}
}
