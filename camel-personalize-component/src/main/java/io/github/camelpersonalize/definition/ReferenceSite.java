// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import io.github.camelpersonalize.api.FieldError;

/**
 * The place of a reference within a definition.
 *
 * @param reference to the other definition
 * @param pointer to the place, as a JSON pointer into the definition
 * @param implicit whether it has the form of rules of audiences, {@code "attribute": "age"}, by key or by uid, rather than {@code ref:}
 */
public record ReferenceSite(Reference reference, String pointer, boolean implicit) {

    /** The error that no such definition exists: {@code /rules/value refers to audience "Adults", which does not exist}. */
    public FieldError missing() {
        return new FieldError(pointer, (implicit ? "names " : "refers to ") + reference + ", which does not exist");
    }
}
