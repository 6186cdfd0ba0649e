// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Shape.Items;
import io.github.camelpersonalize.model.SameJson;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the named items of a version, as people speak of them.
 *
 * @param before the version as it is
 * @param after its content as it will be
 */
record ItemChanges(Items items, JsonNode before, JsonNode after) {

    /** {@code variants: "Gold" changes, "Silver" is new}; nothing where all stay as they are, or none was there. */
    Optional<String> text() {
        Map<String, JsonNode> old = byName(before);
        Map<String, JsonNode> now = byName(after);
        List<String> changes = new ArrayList<>();
        now.forEach((name, item) -> change(old.get(name), item).ifPresent(change -> changes.add("\"" + name + "\" " + change)));
        old.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> changes.add("\"" + name + "\" goes"));
        return changes.isEmpty() || old.isEmpty() ? Optional.empty() : Optional.of(items.member() + ": " + String.join(", ", changes));
    }

    private static Optional<String> change(@Nullable JsonNode old, JsonNode now) {
        if (old == null) {
            return Optional.of("is new");
        }
        return SameJson.isSame(old, now) ? Optional.empty() : Optional.of("changes");
    }

    private Map<String, JsonNode> byName(JsonNode version) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        for (JsonNode item : version.path(items.member())) {
            byName.put(item.path(items.name()).asText(), item instanceof ObjectNode object ? object.deepCopy().without(items.uid()) : item);
        }
        return byName;
    }
}
