// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import io.github.camelpersonalize.api.Uid;
import org.jspecify.annotations.Nullable;

/**
 * Which definition an operation is about. The uid wins: the key then names it in messages, and finds what bears it when the uid is gone.
 *
 * @param uid its uid, or {@code null} when it is to be found by its key
 * @param key its natural key, or {@code null}
 * @param isUidOfBody whether the uid is only a member of the body, which may have been that of a definition that was deleted and created again, or of
 *            another project
 */
public record Target(@Nullable Uid uid, @Nullable String key, boolean isUidOfBody) {

    /** For an operation on no single definition. */
    public static final Target NONE = new Target(null, null);

    /** One that was named on purpose. */
    public Target(@Nullable Uid uid, @Nullable String key) {
        this(uid, key, false);
    }
}
