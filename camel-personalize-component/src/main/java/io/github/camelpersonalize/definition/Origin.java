// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;

/** Where definitions come from that nobody has created in the project itself: no export takes them along, and no pruning deletes them. */
public final class Origin {

    private Origin() {}

    /**
     * Tells the origin of such a definition, and nothing of the project's own.
     *
     * @param definition as the service sends it
     */
    public static Optional<String> elsewhere(Resource resource, JsonNode definition) {
        if (resource == Resource.attributes && "PRESET".equals(definition.path("__type").textValue())) {
            return Optional.of("a preset, which every project has");
        }
        if (resource == Resource.audiences && "LYTICS".equals(definition.path("source").textValue())) {
            return Optional.of("comes from Lytics");
        }
        return Optional.empty();
    }
}
