// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import org.jspecify.annotations.Nullable;

/**
 * How a definition differs from what was seen of it before.
 *
 * @param definition it; of a deletion, its last known state
 * @param previous what it was before an update, else {@code null}
 */
public record Change(Type type, Resource resource, String uid, JsonNode definition, @Nullable JsonNode previous) {

    /** What happened to the definition. A new natural key under the same uid is an update. */
    public enum Type {

        CREATED, UPDATED, DELETED;

        /** The type of that name, in any case. */
        public static Optional<Type> named(String name) {
            return Stream.of(values()).filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
        }
    }

    static Change created(Resource resource, String uid, JsonNode definition) {
        return new Change(Type.CREATED, resource, uid, definition, null);
    }

    static Change updated(Resource resource, String uid, JsonNode definition, JsonNode previous) {
        return new Change(Type.UPDATED, resource, uid, definition, previous);
    }

    static Change deleted(Resource resource, String uid, JsonNode lastKnown) {
        return new Change(Type.DELETED, resource, uid, lastKnown, null);
    }

    /** The natural key of the definition, if it has one. */
    public Optional<String> key() {
        return NaturalKey.of(resource, definition);
    }

    /**
     * The change as people read it.
     *
     * @param dialect says which members only the service sets; they are not shown
     */
    public ChangeText text(Dialect dialect) {
        return new ChangeText(ChangeStep.of(dialect, this).toText());
    }

    /** What changed, as text: {@code UPDATED attribute "age"}. */
    @Override
    public String toString() {
        return type + " " + resource.kind() + " \"" + key().orElse(uid) + "\"";
    }
}
