// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.text.Quoted;

/**
 * The place of a reference within a definition.
 *
 * @param reference to the other definition; where the form is {@link Form#UID}, by its uid in place of its key
 * @param pointer to the place, as a JSON pointer into the definition
 * @param form how it is written
 */
public record ReferenceSite(Reference reference, String pointer, Form form) {

    /** How a reference is written. */
    public enum Form {
        /** {@code ref:attribute/age}, which is replaced by the uid. */
        REF,
        /** As in rules of audiences, {@code "attribute": "age"}, by key or by uid, which the service resolves itself. */
        KEY,
        /** By uid, as the service has it. */
        UID
    }

    /** Whether the service resolves it itself. */
    public boolean implicit() {
        return form != Form.REF;
    }

    /** The error that no such definition exists: {@code /rules/value refers to audience "Adults", which does not exist; create it first}. */
    public FieldError missing() {
        return new FieldError(pointer, words() + ", which does not exist" + advice());
    }

    private String words() {
        return switch (form) {
            case REF -> "refers to " + reference;
            case KEY -> "names " + reference;
            case UID -> "refers to the " + reference.resource().kind() + " with the uid " + Quoted.of(reference.key());
        };
    }

    private String advice() {
        if (form != Form.UID) {
            return "; create it first";
        }
        String key = reference.resource().naturalKey();
        return "; write " + new Reference(reference.resource(), "<" + key + ">").text() + " for its " + key;
    }
}
