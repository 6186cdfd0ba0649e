// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.camelpersonalize.definition.NaturalKey;

/** How a key is made of the name of a trait or an event. The constants are spelled as users write them. */
public enum KeyStyle {

    /** The name as it was sent, in Unicode normalization form C, without white space around it. */
    as_is,
    /** The words of the name in lower case: {@code order_completed} for {@code Order Completed} and for {@code orderCompleted}. */
    snake_case;

    /** The key for a name; empty when none can be made of it. */
    String key(String name) {
        String seen = Normalizer.normalize(NaturalKey.trimmed(name), Form.NFC);
        return switch (this) {
            case as_is -> seen;
            case snake_case -> Words.of(seen).stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.joining("_"));
        };
    }
}
