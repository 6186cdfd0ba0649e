// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.http.Json;

/** Leaves out what a shape does not know. */
public final class KnownMembers {

    private KnownMembers() {}

    /** The members of the object that the shape knows, in the order of the shape. */
    public static ObjectNode of(ObjectNode object, Shape shape) {
        ObjectNode known = Json.object();
        shape.names().stream().filter(object::hasNonNull).forEach(name -> known.set(name, object.get(name).deepCopy()));
        return known;
    }

    /** The same for each object of an array. */
    static ArrayNode of(JsonNode array, Shape shape) {
        ArrayNode known = Json.array();
        array.forEach(object -> known.add(of((ObjectNode) object, shape)));
        return known;
    }
}
