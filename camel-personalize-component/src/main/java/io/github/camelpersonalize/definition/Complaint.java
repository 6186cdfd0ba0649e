// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.text.Quoted;

/** What to say of a member that is missing or has a wrong value: what it may be, what it is, and which other member is probably meant for it. */
final class Complaint {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Complaint() {}

    /** Of a member that an object must have. */
    static String missing(JsonNode object, String name) {
        List<String> others = object.properties().stream().map(member -> member.getKey())
                .filter(other -> !other.equals(name) && folded(other).equals(folded(name))).toList();
        if (others.isEmpty()) {
            return "is missing";
        }
        String other = others.get(0);
        return other.equals(BYTE_ORDER_MARK + name)
                ? "is missing; before its name stands a byte order mark, the first character of the file: read the file without it"
                : "is missing; rename the member " + Quoted.of(other);
    }

    /** Of a value that is none of those allowed. */
    static String noneOf(JsonNode allowed, JsonNode value) {
        return "must be one of " + allowed.valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")) + "; it is "
                + shown(value);
    }

    private static String shown(JsonNode value) {
        if (value.isTextual()) {
            return Quoted.of(value.textValue());
        }
        return value.isContainerNode() ? "an " + value.getNodeType().name().toLowerCase(Locale.ROOT) : value.toString();
    }

    /** The same for {@code data_type}, {@code dataType}, {@code Data Type} and {@code data-type}. */
    private static String folded(String name) {
        return name.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase).limit(100)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
