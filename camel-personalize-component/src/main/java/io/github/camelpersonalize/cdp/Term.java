// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A definition that a stream has implied.
 *
 * @param key which it is made under
 * @param type of an attribute, or {@code null} for an event
 * @param definition its members, unmodifiable, because all fragments share it
 */
record Term(String key, TraitType type, Map<String, Object> definition) {

    static Term attribute(String key, String name, TraitType type) {
        Map<String, Object> members = members(key, name);
        members.put("data_type", type.toString());
        return new Term(key, type, Collections.unmodifiableMap(members));
    }

    static Term event(String key, String name) {
        return new Term(key, null, Collections.unmodifiableMap(members(key, name)));
    }

    private static Map<String, Object> members(String key, String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key", literal(key));
        members.put("name", literal(name));
        return members;
    }

    /** In a manifest {@code ref:} begins a reference, and a name that a stranger made up must not become one. */
    private static String literal(String text) {
        return text.startsWith("ref:") ? "ref:text/" + text : text;
    }
}
