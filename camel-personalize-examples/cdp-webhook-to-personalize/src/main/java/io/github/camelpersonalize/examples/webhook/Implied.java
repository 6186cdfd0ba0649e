// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.util.Map;

/**
 * A definition that a message takes for granted.
 *
 * @param kind
 *            attributes or events
 * @param definition
 *            its members
 */
public record Implied(String kind, Map<String, String> definition) {

    static Implied attribute(String key, String dataType) {
        return new Implied("attributes", Map.of("name", key, "key", key, "data_type", dataType));
    }

    static Implied event(String name, String key) {
        return new Implied("events", Map.of("name", name, "key", key));
    }

    String key() {
        return definition.get("key");
    }

    /** By which it is told whether it is known already. */
    @Override
    public String toString() {
        return kind + "/" + key();
    }
}
