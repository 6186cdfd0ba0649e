// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.Texts;

/** Definitions as another project could take them: with references in the places of uids. */
final class Portable {

    private final Map<String, Reference> names = new HashMap<>();
    private final Set<String> leftUids;
    private final Map<String, Set<String>> kept = new HashMap<>();

    Portable(Collection<Selection.Definition> taken, Set<String> leftUids) {
        taken.forEach(definition -> names.putIfAbsent(definition.uid(), definition.reference()));
        this.leftUids = leftUids;
    }

    /** The entry of a definition: its natural key and its name first, and then all as it is. */
    ObjectNode of(Selection.Definition definition) {
        String key = definition.resource().naturalKey();
        Set<String> order = new LinkedHashSet<>(List.of(key, "name"));
        definition.members().fieldNames().forEachRemaining(order::add);
        order.removeIf(member -> !definition.members().has(member));
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        for (String member : order) {
            JsonNode value = definition.members().get(member);
            entry.set(member, member.equals(key)
                    ? JsonNodeFactory.instance.textNode(Reference.escape(definition.key()))
                    : Texts.map(value, text -> portable(text, definition.reference().toString())));
        }
        return entry;
    }

    ArrayNode order(List<String> uids) {
        ArrayNode order = JsonNodeFactory.instance.arrayNode();
        uids.forEach(uid -> order.add(portable(uid, "priority")));
        return order;
    }

    /** Which definitions name ones that are not exported, by the uids of these. */
    Map<String, Set<String>> kept() {
        return kept;
    }

    private String portable(String text, String user) {
        Reference name = names.get(text);
        if (leftUids.contains(text)) {
            kept.computeIfAbsent(text, uid -> new TreeSet<>()).add(user);
        }
        return name == null ? Reference.escape(text) : name.text();
    }
}
