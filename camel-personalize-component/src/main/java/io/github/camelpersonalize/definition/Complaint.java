// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.Quoted;

/** What to say of a member that is missing or has a wrong value: what it may be, what it is, and which other member is probably meant for it. */
final class Complaint {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Complaint() {}

    /**
     * Of a member that an object must have.
     *
     * @param required the names of all that it must have
     */
    static String missing(JsonNode object, String name, JsonNode required) {
        List<String> others = object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(ArrayList::new));
        if (others.contains(BYTE_ORDER_MARK + name)) {
            return "is missing; before its name stands a byte order mark, the first character of the file: read the file without it";
        }
        required.forEach(one -> others.remove(one.asText()));
        return "is missing" + Nearest.of(name, others).map(other -> "; rename the member " + Quoted.of(other)).orElse("");
    }

    /** Of a value that is none of those allowed. */
    static String noneOf(JsonNode allowed, JsonNode value) {
        List<String> choices = allowed.valueStream().map(JsonNode::asText).toList();
        String question = value.isTextual() ? Nearest.question(value.textValue(), choices) : "";
        return "must be one of " + String.join(", ", choices) + "; it is " + shown(value) + question;
    }

    private static String shown(JsonNode value) {
        if (value.isTextual()) {
            return Quoted.of(value.textValue());
        }
        return value.isContainerNode() ? "an " + value.getNodeType().name().toLowerCase(Locale.ROOT) : value.toString();
    }
}
