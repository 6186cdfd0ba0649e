// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

/** What to do with a message that has a key and no body. The constants are spelled as users write them. */
public enum Tombstone {

    /** Nothing. */
    ignore,
    /** Delete the definition of that natural key, if there is one. */
    delete,
    /** Fail. */
    fail
}
