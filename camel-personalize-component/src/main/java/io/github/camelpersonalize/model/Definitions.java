// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.ArrayList;
import java.util.Collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A list as the service answered it, in its order. */
public final class Definitions extends ArrayList<Definition> implements JsonDocument {

    private static final long serialVersionUID = 1L;

    public Definitions(Collection<Definition> definitions) {
        super(definitions);
    }

    @Override
    public JsonNode toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(size());
        forEach(definition -> array.add(definition.toJson()));
        return array;
    }
}
