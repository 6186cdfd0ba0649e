// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.model.Json;

/**
 * A definition in the two parts that a service with versions keeps apart. Where it has none, all is the head.
 *
 * @param head what belongs to the definition itself
 * @param version what belongs to one of its versions
 */
public record Parts(ObjectNode head, ObjectNode version) {

    /** The parts of a definition, each in its order. Anything but an object has none. */
    public static Parts of(JsonNode definition, Shape shape) {
        Parts parts = new Parts(Json.object(), Json.object());
        definition.properties().forEach(member -> {
            ObjectNode part = shape.versionMembers().contains(member.getKey()) ? parts.version : parts.head;
            part.set(member.getKey(), member.getValue());
        });
        return parts;
    }

    /** Whether a definition has members of a version. */
    public static boolean hasVersion(JsonNode definition, Shape shape) {
        return !shape.versionMembers().isEmpty() && shape.versionMembers().stream().anyMatch(definition::has);
    }

    /** A definition with the members of a version in place of its own. */
    public static ObjectNode composed(JsonNode definition, JsonNode version, Shape shape) {
        ObjectNode whole = of(definition, shape).head.deepCopy();
        whole.setAll(of(version, shape).version.deepCopy());
        return whole;
    }
}
