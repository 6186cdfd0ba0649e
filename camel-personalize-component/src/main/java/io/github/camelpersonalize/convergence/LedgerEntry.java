// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.project.DefinitionIndex;
import org.jspecify.annotations.Nullable;

/**
 * A definition that was created. Others may rename it, and then another one may be made of its old name.
 *
 * @param name as it was when it was last seen
 * @param uid its uid, or {@code null} when it was about to be created
 * @param owner whose manifest it was in
 */
record LedgerEntry(Reference name, @Nullable String uid, String owner) {

    /** Whose entries have no owner where they are stored. */
    private static final String DEFAULT_OWNER = "default";

    Resource resource() {
        return name.resource();
    }

    /** The entry that was stored, if this version knows its kind. */
    static Optional<LedgerEntry> of(JsonNode row) {
        return Resource.ofKind(row.path("kind").asText())
                .map(resource -> new LedgerEntry(new Reference(resource, row.path("key").asText()), row.path("uid").textValue(),
                        row.path("owner").asText(DEFAULT_OWNER)));
    }

    /** The entry as it is stored. */
    ObjectNode row() {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("kind", resource().kind()).put("key", name.key()).put("uid", uid);
        return owner.equals(DEFAULT_OWNER) ? row : row.put("owner", owner);
    }

    /** The same with what the project has now, if it has the definition. */
    Optional<LedgerEntry> in(DefinitionIndex index) {
        if (uid != null) {
            return index.withUid(uid).map(actual -> new LedgerEntry(nameOf(resource(), actual).orElse(name), uid, owner));
        }
        return index.withKey(name.key()).isEmpty()
                ? Optional.empty()
                : Optional.of(new LedgerEntry(name, index.uidOf(name.key()).orElse(null), owner));
    }

    /** The name of a definition of the service's, if it has one. */
    static Optional<Reference> nameOf(Resource resource, JsonNode actual) {
        return NaturalKey.of(resource, actual).map(key -> new Reference(resource, key));
    }
}
