// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.linearity;

import java.util.Map;

import io.github.camelpersonalize.api.Operation;

/**
 * What a thread asks of one key.
 *
 * @param members the definition beside its key: a name, and perhaps a note
 * @param naming what names the definition
 */
record Deed(Operation operation, String key, Map<String, String> members, Naming naming) {

    /** A uid is the last that anybody has seen under the key; where none was seen the key names the definition. */
    enum Naming {
        KEY, UID, UID_OF_BODY
    }
}
