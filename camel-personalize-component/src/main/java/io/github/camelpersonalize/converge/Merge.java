// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.VariantRules;

/**
 * What to write so that a definition becomes as wanted, and keeps what is not mentioned: the service replaces the whole definition by what it is
 * sent. Items of an array, as the variants of an experience, are the same when they have the same name.
 */
final class Merge {

    private static final String NAME = "name";

    private final Set<String> wholeMembers;

    private Merge(Set<String> wholeMembers) {
        this.wholeMembers = wholeMembers;
    }

    /** The wanted members over those that the service holds, without the ones that only the service sets. */
    static ObjectNode of(JsonNode wanted, JsonNode held, Dialect dialect) {
        ObjectNode merged = held.deepCopy();
        merged.remove(dialect.readOnlyMembers());
        new Merge(dialect.wholeMembers()).lay((ObjectNode) wanted, merged, true);
        return merged;
    }

    private void lay(ObjectNode wanted, ObjectNode held, boolean isTop) {
        for (Map.Entry<String, JsonNode> member : wanted.properties()) {
            boolean isWhole = isTop && wholeMembers.contains(member.getKey());
            held.set(member.getKey(), isWhole ? member.getValue() : merged(member.getValue(), held.path(member.getKey())));
        }
    }

    private JsonNode merged(JsonNode wanted, JsonNode held) {
        if (wanted instanceof ObjectNode members && held instanceof ObjectNode others) {
            ObjectNode merged = others.deepCopy();
            VariantRules.removeReplaced(members, merged);
            lay(members, merged, false);
            return merged;
        }
        return wanted instanceof ArrayNode items && held instanceof ArrayNode others ? items(items, others) : wanted;
    }

    private ArrayNode items(ArrayNode wanted, ArrayNode held) {
        ArrayNode merged = wanted.arrayNode(wanted.size());
        wanted.forEach(item -> merged.add(merged(item, namesake(item, held))));
        return merged;
    }

    /** The held item of the same name; where names repeat nobody can say which is meant, and the wanted item stands alone. */
    private static JsonNode namesake(JsonNode item, ArrayNode held) {
        JsonNode found = held.path(-1);
        for (JsonNode other : held) {
            if (item.path(NAME).isTextual() && item.path(NAME).equals(other.path(NAME))) {
                if (!found.isMissingNode()) {
                    return held.path(-1);
                }
                found = other;
            }
        }
        return found;
    }
}
