// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of an attribute, as far as a value tells. */
enum TraitType {
    STRING, NUMBER, BOOLEAN, DATE;

    /** Whether anything can be told from the value: not from {@code null}, blank text, an array or an object. */
    static boolean isTold(JsonNode value) {
        return value.isTextual() ? !value.textValue().isBlank() : value.isNumber() || value.isBoolean();
    }

    /** The type of a value that tells one. Numbers in quotes are text: a postcode, a telephone number. */
    static TraitType of(JsonNode value) {
        if (value.isNumber()) {
            return NUMBER;
        }
        if (value.isBoolean()) {
            return BOOLEAN;
        }
        return IsoDate.is(value.textValue()) ? DATE : STRING;
    }

    /** Whether an attribute of this type can hold the value. Text that happens to be a date is text all the same. */
    boolean holds(JsonNode value) {
        return switch (this) {
            case STRING -> value.isTextual();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case DATE -> value.isTextual() && IsoDate.is(value.textValue());
        };
    }

    /** As the service spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
