// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.project.Referrers.Mention;

/** Finds which of many definitions another one mentions, with one look at each of its texts, however many they are. Each goes by its position in a list. */
final class Mentions {

    private final Map<String, List<Integer>> anywhere = new HashMap<>();
    private final Map<String, List<Integer>> inRules = new HashMap<>();
    private final Optional<String> rules;

    Mentions(List<Mention> mentions) {
        for (int i = 0; i < mentions.size(); i++) {
            add(anywhere, mentions.get(i).anywhere(), i);
            add(inRules, mentions.get(i).inRules(), i);
        }
        this.rules = mentions.stream().findFirst().flatMap(Mention::rules);
    }

    private static void add(Map<String, List<Integer>> positions, Set<String> texts, int position) {
        texts.forEach(text -> positions.computeIfAbsent(text, any -> new ArrayList<>()).add(position));
    }

    /**
     * The positions of those that these definitions mention, in ascending order.
     *
     * @param users as the service has them, or as a manifest has them
     */
    Set<Integer> in(List<JsonNode> users) {
        Set<Integer> found = new TreeSet<>();
        for (JsonNode user : users) {
            collect(user, anywhere, found);
            rules.ifPresent(member -> collect(user.path(member), inRules, found));
        }
        return found;
    }

    private static void collect(JsonNode node, Map<String, List<Integer>> positions, Set<Integer> found) {
        if (node.isTextual()) {
            found.addAll(positions.getOrDefault(node.textValue(), List.of()));
        }
        node.fieldNames().forEachRemaining(name -> found.addAll(positions.getOrDefault(name, List.of())));
        node.forEach(part -> collect(part, positions, found));
    }
}
