// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Fallible;

/**
 * Finds the definitions that use another one: by its uid, or, as rules of audiences do with attributes, by its key.
 */
public final class Referrers {

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
        for (Resource other : users(resource)) {
            Fallible<DefinitionIndex> index = project.index(other, since);
            if (index.isFailure()) {
                return Fallible.failed(index.failure());
            }
            index.value().all().stream().filter(user -> !isSame(user, definition) && refers(user, resource, definition))
                    .forEach(user -> names.add(other.kind() + " \"" + NaturalKey.of(other, user).orElse("") + "\""));
        }
        return Fallible.of(names);
    }

    private static List<Resource> users(Resource resource) {
        return switch (resource) {
            case attributes, audiences, events -> List.of(Resource.audiences, Resource.experiences);
            default -> List.of();
        };
    }

    private static boolean isSame(JsonNode user, JsonNode definition) {
        return user.path("uid").equals(definition.path("uid"));
    }

    /** Whether a definition of the service's uses another one. */
    public static boolean refers(JsonNode user, Resource resource, JsonNode definition) {
        return mentions(user, definition.path("uid"))
                || resource == Resource.attributes && mentions(user.path("rules"), definition.path(resource.naturalKey()));
    }

    private static boolean mentions(JsonNode node, JsonNode text) {
        if (node.isTextual()) {
            return node.equals(text);
        }
        for (JsonNode part : node) {
            if (mentions(part, text)) {
                return true;
            }
        }
        return false;
    }
}
