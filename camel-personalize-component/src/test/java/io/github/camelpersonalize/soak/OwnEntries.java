// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.soak;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.HurriedTime;

/** How many entries the maps, collections and caches of this component's own objects hold, by class and field: whichever there are. */
final class OwnEntries {

    private static final String OURS = "io.github.camelpersonalize.";

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Long> entries = new TreeMap<>();

    private OwnEntries() {}

    /** Counts in all that can be reached from these. */
    static Map<String, Long> of(List<?> roots) {
        OwnEntries counted = new OwnEntries();
        roots.forEach(counted::visit);
        return counted.entries;
    }

    private void visit(Object object) {
        if (isOurs(object) && seen.add(object)) {
            for (Class<?> type = object.getClass(); type.getName().startsWith(OURS); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                        count(type.getSimpleName() + "." + field.getName(), value(field, object));
                    }
                }
            }
        }
    }

    /** The time of tests remembers its waits on purpose. */
    private static boolean isOurs(Object object) {
        return object != null && object.getClass().getName().startsWith(OURS) && !object.getClass().isEnum()
                && !(object instanceof HurriedTime);
    }

    private void count(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            entries.merge(name, (long) map.size(), Long::sum);
            map.keySet().forEach(this::visit);
            map.values().forEach(this::visit);
        } else if (value instanceof Collection<?> collection) {
            entries.merge(name, (long) collection.size(), Long::sum);
            collection.forEach(this::visit);
        } else if (value instanceof Cache<?, ?> cache) {
            cache.cleanUp();
            entries.merge(name, cache.estimatedSize(), Long::sum);
        } else {
            visit(value);
        }
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
