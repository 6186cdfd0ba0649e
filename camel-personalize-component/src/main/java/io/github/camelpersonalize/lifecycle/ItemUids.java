// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Shape.Items;

/**
 * The uids of the items of a version, which the service gives once. An item that is sent without its uid gets a new one, and what people have made for
 * the old one is lost: so an item keeps its uid as long as it keeps its name.
 */
final class ItemUids {

    private final Items items;
    private final Versions versions;

    ItemUids(Items items, Versions versions) {
        this.items = items;
        this.versions = versions;
    }

    /** Why an item cannot be found by its name, if so. */
    Optional<String> violation(ObjectNode content) {
        for (JsonNode item : content.path(items.member())) {
            for (JsonNode version : versions.counting()) {
                long namesakes = namesakes(item, version).size();
                if (namesakes > 1) {
                    return Optional.of("version " + version.path("uid").asText() + " has " + namesakes + " " + items.member() + " of the "
                            + items.name() + " \"" + item.path(items.name()).asText() + "\", so that it is unknown which of them is meant;"
                            + " rename all but one of them in the user interface");
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Gives each item of a content the uid that belongs to its name. One whose name is new keeps the uid that was asked for, if the definition has it:
     * it was renamed.
     *
     * @param asked the items with the uids that they came with
     */
    void restore(ObjectNode content, JsonNode asked) {
        Set<String> used = new HashSet<>();
        content.path(items.member()).forEach(item -> known(item).ifPresent(uid -> put(item, uid, used)));
        Map<String, String> renamed = renamed(asked);
        content.path(items.member()).forEach(item -> {
            String uid = renamed.get(item.path(items.name()).asText());
            if (uid != null && !item.has(items.uid()) && !used.contains(uid)) {
                put(item, uid, used);
            }
        });
    }

    private Optional<String> known(JsonNode item) {
        return versions.counting().stream().flatMap(version -> namesakes(item, version).stream())
                .map(other -> other.path(items.uid()).textValue()).filter(uid -> uid != null).findFirst();
    }

    private Map<String, String> renamed(JsonNode asked) {
        Map<String, String> uids = new HashMap<>();
        for (JsonNode item : asked) {
            String uid = item.path(items.uid()).asText();
            if (versions.hasItem(uid)) {
                uids.put(item.path(items.name()).asText(), uid);
            }
        }
        return uids;
    }

    private List<JsonNode> namesakes(JsonNode item, JsonNode version) {
        JsonNode name = item.path(items.name());
        return versions.items(version).stream().filter(other -> name.isTextual() && name.equals(other.path(items.name()))).toList();
    }

    private void put(JsonNode item, String uid, Set<String> used) {
        if (item instanceof ObjectNode object && used.add(uid)) {
            object.put(items.uid(), uid);
        }
    }
}
