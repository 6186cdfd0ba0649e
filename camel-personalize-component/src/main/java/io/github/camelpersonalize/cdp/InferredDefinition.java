// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelpersonalize.definition.Reference;

/**
 * A definition that a stream has implied.
 *
 * @param number how many of its kind the stream had implied before
 * @param key which it is made under
 * @param type of an attribute, or {@code null} for an event
 * @param definition its members, unmodifiable, because all fragments share it
 */
record InferredDefinition(int number, String key, TraitType type, Map<String, Object> definition) {

    /** The order in which the stream implied them, so that messages that imply the same have equal fragments, whatever their order. */
    static final Comparator<InferredDefinition> ORDER = Comparator.comparingInt(InferredDefinition::number);

    /** Makes a definition of number, key and name. */
    interface Maker {

        InferredDefinition make(int number, String key, String name);
    }

    static InferredDefinition attribute(int number, String key, String name, TraitType type) {
        Map<String, Object> members = members(key, name);
        members.put("data_type", type.toString());
        return new InferredDefinition(number, key, type, Collections.unmodifiableMap(members));
    }

    static InferredDefinition event(int number, String key, String name) {
        return new InferredDefinition(number, key, null, Collections.unmodifiableMap(members(key, name)));
    }

    /** Escaped, because a name from an untrusted sender must not become a reference. */
    private static Map<String, Object> members(String key, String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", Reference.escape(key));
        members.put("name", Reference.escape(name));
        return members;
    }
}
