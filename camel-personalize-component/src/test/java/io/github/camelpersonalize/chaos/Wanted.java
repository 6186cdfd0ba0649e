// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.faultserver.FaultServer;

/** Definitions of every kind with something in them to get wrong. */
final class Wanted {

    private Wanted() {}

    /** @param text what makes the definition differ from others of that key */
    static ObjectNode definition(Resource resource, String key, String text) {
        String json = switch (resource) {
            case attributes -> """
                    {"name": "Größe %s", "data_type": "number"}""";
            case audiences -> """
                    {"description": "%s", "rules": {"all": [{"attribute": "a1", "over": 1.50}, {"any": []}]}}""";
            case events -> """
                    {"name": "Kauf \\"%s\\" 購入"}""";
            case experiences ->
                """
                        {"type": "AB_TEST", "variants": [{"name": "%s", "traffic_percentage": 33.3}, {"name": "B", "traffic_percentage": 66.7}]}""";
            case geolocation, project, projects -> throw new IllegalArgumentException("nobody writes " + resource);
        };
        return ((ObjectNode) FaultServer.json(json.formatted(text))).put(resource.naturalKey(), key);
    }
}
