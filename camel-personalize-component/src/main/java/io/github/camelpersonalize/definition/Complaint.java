// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.text.ByteOrderMark;
import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.Quoted;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

/** What to say of a member that is missing or has a wrong value: what it may be, what it is, and which other member is probably meant for it. */
final class Complaint {

    /** Members that are told instead of one that is missing. */
    private static final int MOST_TOLD = 5;

    private static final int MOST_DIGITS = 100;
    private static final int MOST_BITS = BigInteger.TEN.pow(MOST_DIGITS).bitLength();

    private Complaint() {}

    /**
     * Of a member that an object must have.
     *
     * @param required the names of all that it must have
     * @param known the names of all that it may have; empty where that is not known
     */
    static String missing(JsonNode object, String name, JsonNode required, Set<String> known) {
        List<String> others = object.properties().stream().map(Map.Entry::getKey).collect(toCollection(ArrayList::new));
        if (others.stream().anyMatch(other -> ByteOrderMark.begins(other) && ByteOrderMark.removed(other).equals(name))) {
            return "is missing; before its name stands a byte order mark, the first character of the file: read the file without it";
        }
        required.forEach(one -> others.remove(one.asText()));
        return "is missing" + Nearest.of(name, others).map(other -> "; rename the member " + Quoted.of(other))
                .orElseGet(() -> isLastMissing(object, name, required) ? unknown(others, known) : "");
    }

    /** Where several are missing, one of them tells what there is instead. */
    private static boolean isLastMissing(JsonNode object, String name, JsonNode required) {
        return required.valueStream().map(JsonNode::asText).filter(one -> !object.has(one)).reduce((one, next) -> next)
                .filter(name::equals).isPresent();
    }

    private static String unknown(List<String> others, Set<String> known) {
        List<String> unknown = others.stream().filter(other -> !known.contains(other)).toList();
        if (known.isEmpty() || unknown.isEmpty()) {
            return "";
        }
        String more = unknown.size() > MOST_TOLD ? " and " + (unknown.size() - MOST_TOLD) + " more" : "";
        return "; there is instead " + unknown.stream().limit(MOST_TOLD).map(Quoted::of).collect(joining(", ")) + more;
    }

    /** Of a value that is none of those allowed. */
    static String noneOf(JsonNode allowed, JsonNode value) {
        List<String> choices = allowed.valueStream().map(JsonNode::asText).toList();
        String question = value.isTextual() ? Nearest.question(value.textValue(), choices) : "";
        return "must be one of " + String.join(", ", choices) + "; it is " + shown(value) + question;
    }

    /** Of a value that is of none of the types allowed, as {@code type} in a schema names them. */
    static String noneOfTypes(JsonNode allowed, JsonNode value) {
        Stream<JsonNode> types = allowed.isArray() ? allowed.valueStream() : Stream.of(allowed);
        return "must be " + types.map(JsonNode::asText).map(Complaint::type).collect(joining(" or ")) + "; it is " + shown(value);
    }

    private static String type(String type) {
        return switch (type) {
            case "null" -> type;
            case "array", "integer", "object" -> "an " + type;
            default -> "a " + type;
        };
    }

    /** Of a list with an item that is in it twice. */
    static String repeated(JsonNode list) {
        Set<JsonNode> seen = new HashSet<>();
        JsonNode twice = list.valueStream().filter(item -> !seen.add(item)).findFirst().orElseThrow();
        return "has the item " + shown(twice) + " twice; remove one of them";
    }

    /** A value as messages show it: texts and numbers as long as people like, and no content of arrays and objects. */
    static String shown(JsonNode value) {
        if (value.isTextual()) {
            return Quoted.of(value.textValue());
        }
        if (value.isNumber() && bits(value) > MOST_BITS) {
            return "a number of more than " + MOST_DIGITS + " digits";
        }
        return value.isContainerNode() ? "an " + value.getNodeType().name().toLowerCase(Locale.ROOT) : value.toString();
    }

    /** Tells the length of a number without writing it out. */
    private static int bits(JsonNode number) {
        return number.isFloatingPointNumber() ? number.decimalValue().unscaledValue().bitLength() : number.bigIntegerValue().bitLength();
    }
}
