// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import org.jspecify.annotations.Nullable;

/**
 * What completes the path of a call.
 *
 * @param uid of the definition, or {@code null} for a call without one
 * @param versionUid of the definition's version, or {@code null} for a call without one
 * @param query behind the path
 */
public record Address(@Nullable Uid uid, @Nullable Uid versionUid, Query query) {

    /** Of a call that needs nothing. */
    public static final Address NONE = of((Uid) null);

    /**
     * @param uid of a definition, or {@code null}
     */
    public static Address of(@Nullable Uid uid) {
        return new Address(uid, null, Query.NONE);
    }

    /** Of a collection, with a query. */
    public static Address of(Query query) {
        return new Address(null, null, query);
    }

    /** Of a version of the definition. */
    public Address version(Uid version) {
        return new Address(uid, version, query);
    }

    /** With a query. */
    public Address with(Query other) {
        return new Address(uid, versionUid, other);
    }
}
