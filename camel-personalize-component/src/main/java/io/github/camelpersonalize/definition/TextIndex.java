// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** Which of many definitions contain a text, as a value or as the name of a member: with one look at each, however many texts are searched. */
public final class TextIndex {

    private final Map<String, Set<String>> uids = new HashMap<>();

    /** Adds the texts of a definition. */
    public void add(String uid, JsonNode definition) {
        eachText(definition, text -> uids.computeIfAbsent(text, any -> new LinkedHashSet<>(1)).add(uid));
    }

    /** Removes the texts of a definition, which has the same as when it was added. */
    public void remove(String uid, JsonNode definition) {
        eachText(definition, text -> uids.computeIfPresent(text, (any, users) -> users.remove(uid) && users.isEmpty() ? null : users));
    }

    /** The uids of the definitions that contain one of the texts, in the order in which they were added. */
    public Set<String> containing(Collection<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        texts.forEach(text -> found.addAll(uids.getOrDefault(text, Set.of())));
        return found;
    }

    private static void eachText(JsonNode node, Consumer<String> use) {
        if (node.isTextual()) {
            use.accept(node.textValue());
        }
        node.fieldNames().forEachRemaining(use);
        node.forEach(part -> eachText(part, use));
    }
}
