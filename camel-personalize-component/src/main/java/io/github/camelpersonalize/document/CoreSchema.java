// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;

/**
 * What plain scalars mean in the core schema of YAML 1.2.2 (section 10.3.2). So {@code yes}, {@code off}, {@code 2026-11-24} and {@code 1_000} are
 * texts.
 */
final class CoreSchema {

    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private CoreSchema() {}

    /** Whether a plain scalar is a text. */
    static boolean isText(String plain) {
        return word(plain).isEmpty() && !isDecimal(plain) && based(plain).isEmpty() && !isNoNumber(plain);
    }

    /** The value of a fixed word. */
    static Optional<JsonNode> word(String plain) {
        if (TRUE.contains(plain) || FALSE.contains(plain)) {
            return Optional.of(BooleanNode.valueOf(TRUE.contains(plain)));
        }
        return NULL.contains(plain) ? Optional.of(NullNode.getInstance()) : Optional.empty();
    }

    static boolean isDecimal(String plain) {
        return NUMBER.matcher(plain).matches();
    }

    /** The integer that is written in base 8 or 16. */
    static Optional<JsonNode> based(String plain) {
        if (OCTAL.matcher(plain).matches()) {
            return Optional.of(Numbers.integer(new BigInteger(plain.substring(2), 8)));
        }
        return HEXADECIMAL.matcher(plain).matches()
                ? Optional.of(Numbers.integer(new BigInteger(plain.substring(2), 16)))
                : Optional.empty();
    }

    /** Whether it is infinite or not a number, which JSON cannot say. */
    static boolean isNoNumber(String plain) {
        return NO_NUMBER.matcher(plain).matches();
    }
}
