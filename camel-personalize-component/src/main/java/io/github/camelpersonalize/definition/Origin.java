// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;

/** The origin of definitions that were not created in the project itself: no export contains them, and no pruning deletes them. */
public final class Origin {

    private Origin() {}

    /**
     * The origin of such a definition; empty for the project's own.
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
