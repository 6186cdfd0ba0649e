// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.document.Position;

/**
 * One definition that should exist.
 *
 * @param resource what it is
 * @param key its natural key
 * @param definition as written, with its references; {@link References#resolve} makes of it what is sent. Not to be changed.
 * @param position where it begins
 */
public record Entry(Resource resource, String key, ObjectNode definition, Position position) {

    /** The reference by which others name it. */
    public Reference reference() {
        return new Reference(resource, key);
    }

    /** As messages call it: {@code audience "Adults"}. */
    @Override
    public String toString() {
        return reference().toString();
    }
}
