// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.definition.Texts;
import io.github.camelpersonalize.plan.Change;

/** The changes of a plan, made by hand. */
final class Changes {

    private Changes() {}

    /** What a definition becomes by these changes. */
    static JsonNode replayed(JsonNode before, List<Change> changes, Map<String, String> uids) {
        JsonNode replayed = before.deepCopy();
        for (Change change : changes) {
            int last = change.pointer().lastIndexOf('/');
            JsonNode parent = replayed.at(change.pointer().substring(0, last));
            String name = change.pointer().substring(last + 1);
            JsonNode value = Texts.map(change.after(), text -> uids.getOrDefault(text, text));
            if (parent instanceof ArrayNode items) {
                items.set(Integer.parseInt(name), value);
            } else if (value.isMissingNode()) {
                ((ObjectNode) parent).remove(name);
            } else {
                ((ObjectNode) parent).set(name, value);
            }
        }
        return replayed;
    }

    static JsonNode without(JsonNode definition, String... members) {
        return ((ObjectNode) definition.deepCopy()).remove(List.of(members));
    }
}
