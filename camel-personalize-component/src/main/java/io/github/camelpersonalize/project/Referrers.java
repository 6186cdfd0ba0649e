// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Dialect.KeySite;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.outcome.Fallible;

/**
 * Finds the definitions that use another one: by its uid, or, as rules of audiences do with attributes, by its key.
 */
public final class Referrers {

    /** What rules mention by key. */
    private static final Set<Resource> KEYS_IN_RULES = EnumSet.of(Resource.attributes, Resource.events);

    private final Project project;
    private final long since;

    /**
     * @param since how old the lists may be: they were requested at this time or later
     */
    public Referrers(Project project, long since) {
        this.project = project;
        this.since = since;
    }

    /** Their names. */
    public Fallible<List<String>> of(Resource resource, JsonNode definition) {
        List<String> names = new ArrayList<>();
        Mention mention = Mention.of(project.dialect(), resource, definition);
        for (Resource other : users(resource)) {
            Fallible<DefinitionIndex> index = project.index(other, since);
            if (index.isFailure()) {
                return Fallible.failed(index.failure());
            }
            index.value().mayContain(mention.texts()).stream().filter(user -> !isSame(user, definition) && mention.isIn(user))
                    .forEach(user -> names.add(other.kind() + " \"" + NaturalKey.of(other, user).orElse("") + "\""));
        }
        return Fallible.of(names);
    }

    private static List<Resource> users(Resource resource) {
        return switch (resource) {
            case attributes, audiences, events, experiences -> List.of(Resource.audiences, Resource.experiences);
            default -> List.of();
        };
    }

    private static boolean isSame(JsonNode user, JsonNode definition) {
        return user.path("uid").equals(definition.path("uid"));
    }

    /** Whether a definition uses another one. */
    public static boolean refers(Dialect dialect, JsonNode user, Resource resource, JsonNode definition) {
        return Mention.of(dialect, resource, definition).isIn(user);
    }

    /**
     * How others mention a definition: by its uid or a reference to it, as a value or as the name of a member, or by its key in their rules.
     *
     * @param anywhere its uid and the reference to it
     * @param inRules its key, where rules mention the kind by key
     * @param rules the member that holds such rules, if the dialect has one
     */
    public record Mention(Set<String> anywhere, Set<String> inRules, Optional<String> rules) {

        /** The mention of a definition of the service's. */
        public static Mention of(Dialect dialect, Resource resource, JsonNode definition) {
            Set<String> anywhere = new HashSet<>();
            Optional.ofNullable(definition.path("uid").textValue()).ifPresent(anywhere::add);
            Optional<String> key = NaturalKey.of(resource, definition);
            key.ifPresent(it -> anywhere.add(new Reference(resource, it).text()));
            return new Mention(anywhere, key.filter(it -> KEYS_IN_RULES.contains(resource)).map(Set::of).orElse(Set.of()),
                    dialect.keySite().map(KeySite::within));
        }

        private Set<String> texts() {
            Set<String> texts = new HashSet<>(anywhere);
            texts.addAll(inRules);
            return texts;
        }

        /**
         * Whether a definition uses it.
         *
         * @param user as the service has it, or as a manifest has it
         */
        public boolean isIn(JsonNode user) {
            return mentions(user, anywhere)
                    || !inRules.isEmpty() && rules.filter(member -> mentions(user.path(member), inRules)).isPresent();
        }
    }

    private static boolean mentions(JsonNode node, Set<String> texts) {
        if (node.isTextual()) {
            return texts.contains(node.textValue());
        }
        for (String name : (Iterable<String>) node::fieldNames) {
            if (texts.contains(name)) {
                return true;
            }
        }
        for (JsonNode part : node) {
            if (mentions(part, texts)) {
                return true;
            }
        }
        return false;
    }
}
