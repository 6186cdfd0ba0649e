// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.document.Position;

/**
 * One desired definition.
 *
 * @param resource its kind
 * @param key its natural key
 * @param definition its members as written, with references, which {@link References#resolve} replaces; must not be changed
 * @param position the position where it begins
 */
public record Entry(Resource resource, String key, ObjectNode definition, Position position) {

    /** The reference to it. */
    public Reference reference() {
        return new Reference(resource, key);
    }

    /** Its name in messages: {@code audience "Adults"}. */
    @Override
    public String toString() {
        return reference().toString();
    }
}
