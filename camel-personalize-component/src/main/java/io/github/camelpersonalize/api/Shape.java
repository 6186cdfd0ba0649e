// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What the definitions of one resource are made of in a dialect. Start from {@link #readOnly} and add what the resource has.
 *
 * @param readOnlyMembers members that the service sets and that are never sent
 * @param unportableMembers more members that the service sets, which a manifest must not hold
 * @param wholeMembers members that an update replaces as a whole, so that nothing is kept of the earlier value
 * @param versionMembers members that belong to a version of the definition, not to the definition itself; empty where the service has no versions
 * @param versioning how the service describes versions; empty where it has none
 * @param items the list whose items are told apart by a name, if there is one
 * @param foreign the definitions in the service's list that do not belong to the project
 * @param misplaced members of another dialect, and what to write instead; {@code variants[].audiences} is a member of the items of a list
 */
public record Shape(Set<String> readOnlyMembers, Set<String> unportableMembers, Set<String> wholeMembers, Set<String> versionMembers,
        Optional<Versioning> versioning, Optional<Items> items, Optional<Foreign> foreign, Map<String, String> misplaced) {

    /** Of resources without definitions of their own. */
    static final Shape NONE = readOnly(Set.of());

    /** Copies what it is given. */
    public Shape {
        readOnlyMembers = Set.copyOf(readOnlyMembers);
        unportableMembers = Set.copyOf(unportableMembers);
        wholeMembers = Set.copyOf(wholeMembers);
        versionMembers = Set.copyOf(versionMembers);
        misplaced = Map.copyOf(misplaced);
    }

    /**
     * The list whose items are told apart by a name.
     *
     * @param member the member that holds the list
     * @param name the member of an item by which people tell items apart
     * @param uid the member of an item that the service sets, and by which it tells them apart
     * @param alternatives members of an item of which it has only one
     * @param share the member of an item with its part of 100 percent; {@code null} where the parts need not add up
     * @param quota how many the service allows unless more was agreed on
     */
    public record Items(String member, String name, String uid, List<String> alternatives, @Nullable String share, int quota) {}

    /**
     * Definitions that the service lists beside the project's own: they can be referred to, and are never written.
     *
     * @param member the member by which they are recognized
     * @param value its value, in any case
     * @param key the member that names such a definition in references
     * @param origin what they are, for messages
     * @param isEverywhere whether every project has the same ones, so that nobody misses them elsewhere
     */
    public record Foreign(String member, String value, String key, String origin, boolean isEverywhere) {

        Foreign(String member, String value, String key, String origin) {
            this(member, value, key, origin, false);
        }

        private boolean includes(JsonNode definition) {
            return value.equalsIgnoreCase(definition.path(member).asText());
        }
    }

    static Shape readOnly(Set<String> members) {
        return new Shape(members, Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    Shape unportable(String... members) {
        return new Shape(readOnlyMembers, Set.of(members), wholeMembers, versionMembers, versioning, items, foreign, misplaced);
    }

    Shape whole(String... members) {
        return new Shape(readOnlyMembers, unportableMembers, Set.of(members), versionMembers, versioning, items, foreign, misplaced);
    }

    Shape versions(Versioning words, String... members) {
        return new Shape(readOnlyMembers, unportableMembers, wholeMembers, Set.of(members), Optional.of(words), items, foreign, misplaced);
    }

    Shape items(Items list) {
        return new Shape(readOnlyMembers, unportableMembers, wholeMembers, versionMembers, versioning, Optional.of(list), foreign,
                misplaced);
    }

    Shape foreign(Foreign others) {
        return new Shape(readOnlyMembers, unportableMembers, wholeMembers, versionMembers, versioning, items, Optional.of(others),
                misplaced);
    }

    Shape misplaced(Map<String, String> members) {
        return new Shape(readOnlyMembers, unportableMembers, wholeMembers, versionMembers, versioning, items, foreign, members);
    }

    /** Whether the service keeps versions of such a definition. */
    public boolean hasVersions() {
        return !versionMembers.isEmpty();
    }

    /** What a definition is that does not belong to the project; empty for the project's own. */
    public Optional<String> origin(JsonNode definition) {
        return foreign.filter(others -> others.includes(definition)).map(Foreign::origin);
    }

    /** Whether a definition does not belong to the project because every project has it. */
    public boolean isEverywhere(JsonNode definition) {
        return foreign.filter(others -> others.isEverywhere() && others.includes(definition)).isPresent();
    }

    /** What names a definition that does not belong to the project; empty for the project's own. */
    public Optional<String> foreignKey(JsonNode definition) {
        return foreign.filter(others -> others.includes(definition)).map(others -> definition.path(others.key()).textValue());
    }
}
