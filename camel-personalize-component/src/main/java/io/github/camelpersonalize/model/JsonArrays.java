// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** Reads a JSON array of at most as many items as a batch may have, and stops at the first item beyond. */
final class JsonArrays {

    private JsonArrays() {}

    static JsonNode bounded(JsonParser parser, ObjectMapper mapper) throws IOException {
        ArrayNode items = mapper.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == JsonLimits.MAX_ITEMS) {
                throw new JsonException("the array has more than " + JsonLimits.MAX_ITEMS + " items; split it into smaller batches");
            }
            items.add(mapper.<JsonNode>readTree(parser));
        }
        Json.requireEnd(parser);
        return items;
    }
}
