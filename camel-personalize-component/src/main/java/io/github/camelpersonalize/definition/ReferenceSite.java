// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import io.github.camelpersonalize.api.FieldError;

/**
 * A place where a definition names another one.
 *
 * @param reference the definition that is named
 * @param pointer where it is named, as a JSON pointer into the definition
 * @param implicit whether it is named as the rules of audiences name attributes, {@code "attribute": "age"}, by key or by uid, rather than by a
 *        {@code ref:}
 */
public record ReferenceSite(Reference reference, String pointer, boolean implicit) {

    /** That nothing of that name exists: {@code /rules/value refers to audience "Adults", which does not exist}. */
    public FieldError missing() {
        return new FieldError(pointer, (implicit ? "names " : "refers to ") + reference + ", which does not exist");
    }
}
