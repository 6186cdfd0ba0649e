// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Trees of JSON, as the steps write and read them. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An object from a text in which {@code '} stands for {@code "}, with the values of a format. */
    @SuppressWarnings("AnnotateFormatMethod") // The annotation is of a library that the command line does not have.
    static ObjectNode object(String text, Object... values) {
        try {
            return (ObjectNode) MAPPER.readTree(text.formatted(values).replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A copy without some of the members. */
    static JsonNode without(JsonNode object, String... members) {
        return ((ObjectNode) object.deepCopy()).without(List.of(members));
    }

    /** The texts of an array. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The names of the members of an object, or of the objects of an array. */
    static List<String> members(JsonNode body) {
        JsonNode object = body.isArray() ? body.path(0) : body;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The shortUids of a version's variants by their names. */
    static Map<String, String> shortUids(JsonNode version) {
        Map<String, String> uids = new LinkedHashMap<>();
        version.path("variants").forEach(variant -> uids.put(variant.path("name").asText(), variant.path("shortUid").asText("none")));
        return uids;
    }
}
