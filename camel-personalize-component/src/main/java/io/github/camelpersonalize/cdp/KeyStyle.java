// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.camelpersonalize.definition.NaturalKey;

/** How a key is made from the name of a trait or an event. The constants are spelled as users write them. */
public enum KeyStyle {

    /** The name as it was sent, in Unicode normalization form C, without white space around it. */
    as_is,
    /** The words of the name in lower case: {@code order_completed} for {@code Order Completed} and for {@code orderCompleted}. */
    snake_case;

    /** The key for a name; empty if none can be made from it. */
    String key(String name) {
        String normalized = Normalizer.normalize(NaturalKey.trimmed(name), Form.NFC);
        return switch (this) {
            case as_is -> normalized;
            case snake_case -> Words.of(normalized).stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.joining("_"));
        };
    }
}
