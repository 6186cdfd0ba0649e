// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A definition that is inferred from a stream.
 *
 * @param number the number of definitions of its kind that were inferred before
 * @param source the name from which it was inferred
 * @param key its key, without the escape of a manifest
 * @param type the type of an attribute, or {@code null} for an event
 * @param definition its members, unmodifiable, because all fragments share them
 */
record InferredDefinition(int number, String source, String key, @Nullable TraitType type, Map<String, Object> definition) {

    /** The order of inference, so that messages with the same names give equal fragments. */
    static final Comparator<InferredDefinition> ORDER = Comparator.comparingInt(InferredDefinition::number);

    /** Whether an attribute of this type may have values of the other. */
    boolean holds(TraitType other) {
        return type == null || type.holds(other);
    }

    /** Creates a definition from its number, its key, and the name from which it is inferred. */
    interface Factory {

        InferredDefinition create(int number, String key, String source);
    }

    static InferredDefinition attribute(Dialect dialect, int number, String key, String source, TraitType type) {
        Map<String, Object> members = members(dialect, Resource.attributes, key, source);
        dialect.typeMember().ifPresent(member -> members.put(member, type.toString()));
        return new InferredDefinition(number, source, key, type, Collections.unmodifiableMap(members));
    }

    static InferredDefinition event(Dialect dialect, int number, String key, String source) {
        return new InferredDefinition(number, source, key, null,
                Collections.unmodifiableMap(members(dialect, Resource.events, key, source)));
    }

    /**
     * Those that the dialect has: not in each do events have a name. Escaped, because a name from an untrusted sender must not become a reference.
     */
    private static Map<String, Object> members(Dialect dialect, Resource resource, String key, String source) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", Reference.escape(key));
        members.put("name", Reference.escape(Words.humanized(KeyStyle.as_is.key(source))));
        members.keySet().removeAll(dialect.shape(resource).misplaced().keySet());
        return members;
    }
}
