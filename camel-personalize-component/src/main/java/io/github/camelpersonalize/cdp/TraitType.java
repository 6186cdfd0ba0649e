// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.io.IOException;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonParser;
import org.jspecify.annotations.Nullable;

/** The types of attributes that can be inferred from values. */
enum TraitType {
    STRING, NUMBER, BOOLEAN, DATE;

    /**
     * The type of the value at which the parser is. Numbers in quotes are text, for example postcodes and telephone numbers. It is {@code null} where
     * no type can be inferred: of {@code null}, blank text, an array or an object.
     */
    static @Nullable TraitType of(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
            case VALUE_STRING -> beginsWithLetter(parser) ? STRING : of(parser.getText());
            default -> null;
        };
    }

    /** Most texts do: they are neither blank nor dates, and need not be copied to see that. */
    private static boolean beginsWithLetter(JsonParser parser) throws IOException {
        return parser.getTextLength() > 0 && Character.isLetter(parser.getTextCharacters()[parser.getTextOffset()]);
    }

    /** The type of a text, or {@code null} of a blank one. */
    static @Nullable TraitType of(String text) {
        if (text.isBlank()) {
            return null;
        }
        return IsoDate.is(text) ? DATE : STRING;
    }

    /** Whether a value of the other type matches this type. A text that happens to be a date also matches text. */
    boolean holds(TraitType other) {
        return this == other || this == STRING && other == DATE;
    }

    /** The name in the API. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
