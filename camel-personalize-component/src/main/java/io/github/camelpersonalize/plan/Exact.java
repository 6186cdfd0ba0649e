// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.model.Json;

/**
 * JSON trees as a plan keeps them: copies, with the node types that parsing their text gives. So a plan equals the one that was saved and
 * read back.
 */
final class Exact {

    private Exact() {}

    /** A copy of any value; missing for {@code null}. It is parsed twice, because {@code 12.5e1} is written as {@code 125}, an integer. */
    static JsonNode node(JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return MissingNode.getInstance();
        }
        return Json.read(Json.read(value.toString()).toString());
    }

    /**
     * A copy of a definition; {@code null} where there is none.
     *
     * @throws IllegalArgumentException when it is not a JSON object
     */
    static JsonNode definition(String name, JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isObject()) {
            throw new IllegalArgumentException(name + " is not a JSON object");
        }
        return node(value);
    }
}
