// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.ArrayList;
import java.util.Collection;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A list of definitions, in the order of the response. */
public final class Definitions extends ArrayList<Definition> implements JsonDocument {

    private static final long serialVersionUID = 1L;

    public Definitions(Collection<Definition> definitions) {
        super(definitions);
    }

    @Override
    @JsonValue
    public JsonNode toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(size());
        forEach(definition -> array.add(definition.toJson()));
        return array;
    }
}
