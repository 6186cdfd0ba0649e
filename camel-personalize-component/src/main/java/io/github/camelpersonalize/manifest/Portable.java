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
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.Texts;
import io.github.camelpersonalize.model.Json;

/** Converts definitions so that another project can use them: with references instead of uids. */
final class Portable {

    private final Dialect dialect;
    private final Map<String, Reference> references = new HashMap<>();
    private final Map<String, Reference> foreign;
    private final Set<String> skippedUids;
    private final Map<String, Set<String>> kept = new HashMap<>();

    /**
     * @param foreign references to definitions that are not the project's own, by their uids: versions may have them
     */
    Portable(Dialect dialect, Collection<Selection.Definition> selected, Map<String, Reference> foreign, Set<String> skippedUids) {
        this.dialect = dialect;
        this.foreign = foreign;
        selected.forEach(definition -> references.putIfAbsent(definition.uid(), definition.reference()));
        this.skippedUids = skippedUids;
    }

    /** The entry for a definition: its natural key, its name, and then its other members in their order. */
    ObjectNode of(Selection.Definition definition) {
        String key = definition.resource().naturalKey();
        Set<String> others = new LinkedHashSet<>(Set.of("name"));
        definition.members().fieldNames().forEachRemaining(others::add);
        others.removeIf(member -> member.equals(key) || !definition.members().has(member));
        ObjectNode entry = Json.object().put(key, Reference.escape(definition.key()));
        others.forEach(member -> entry.set(member, portable(definition, member)));
        return entry;
    }

    private JsonNode portable(Selection.Definition definition, String member) {
        boolean isOfVersion = dialect.shape(definition.resource()).versionMembers().contains(member);
        return Texts.map(definition.members().get(member), text -> isOfVersion && foreign.containsKey(text)
                ? foreign.get(text).text()
                : portable(text, definition.reference().toString()));
    }

    /** The order of experiences, by references. */
    ArrayNode priority(List<String> uids) {
        ArrayNode priority = JsonNodeFactory.instance.arrayNode();
        uids.forEach(uid -> priority.add(portable(uid, "priority")));
        return priority;
    }

    /** The definitions that refer to a definition that is not exported, by the uid of the latter. */
    Map<String, Set<String>> kept() {
        return kept;
    }

    private String portable(String text, String referrer) {
        Reference reference = references.get(text);
        if (skippedUids.contains(text)) {
            kept.computeIfAbsent(text, uid -> new TreeSet<>()).add(referrer);
        }
        return reference == null ? Reference.escape(text) : reference.text();
    }
}
