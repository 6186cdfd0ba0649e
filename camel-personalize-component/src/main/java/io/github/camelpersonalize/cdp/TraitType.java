// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of attributes that can be inferred from values. */
enum TraitType {
    STRING, NUMBER, BOOLEAN, DATE;

    /** Whether a type can be inferred from the value: not from {@code null}, blank text, an array or an object. */
    static boolean isInferable(JsonNode value) {
        if (value.isTextual()) {
            return !value.textValue().isBlank();
        }
        return value.isNumber() || value.isBoolean();
    }

    /** The type of a value. Numbers in quotes are text, for example postcodes and telephone numbers. */
    static TraitType of(JsonNode value) {
        if (value.isNumber()) {
            return NUMBER;
        }
        if (value.isBoolean()) {
            return BOOLEAN;
        }
        return IsoDate.is(value.textValue()) ? DATE : STRING;
    }

    /** Whether the value matches this type. A text that happens to be a date also matches text. */
    boolean holds(JsonNode value) {
        return switch (this) {
            case STRING -> value.isTextual();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case DATE -> value.isTextual() && IsoDate.is(value.textValue());
        };
    }

    /** The name in the API. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
