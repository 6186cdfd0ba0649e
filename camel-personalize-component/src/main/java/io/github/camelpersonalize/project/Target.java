// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import io.github.camelpersonalize.api.Uid;

/**
 * Which definition an operation is about. The uid wins: the key then only names it in messages.
 *
 * @param uid its uid, or {@code null} when it is to be found by its key
 * @param key its natural key, or {@code null}
 */
public record Target(Uid uid, String key) {

    /** For an operation on no single definition. */
    public static final Target NONE = new Target(null, null);
}
