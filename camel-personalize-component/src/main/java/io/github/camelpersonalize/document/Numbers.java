// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;

/** Numbers as {@link io.github.camelpersonalize.model.Json} reads them: exact, and of the smallest type that holds them. */
final class Numbers {

    private Numbers() {}

    /** The number that a text of JSON is, unless its exponent is too large for any. */
    static Optional<JsonNode> of(String text) {
        if (text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-')) {
            return Optional.of(integer(new BigInteger(text)));
        }
        try {
            return Optional.of(DecimalNode.valueOf(new BigDecimal(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static JsonNode integer(BigInteger number) {
        return switch ((number.bitLength() + 32) / 32) {
            case 1 -> IntNode.valueOf(number.intValue());
            case 2 -> LongNode.valueOf(number.longValue());
            default -> BigIntegerNode.valueOf(number);
        };
    }
}
