// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.outcome.Result;

/**
 * Which definition an operation is about. The uid wins: the key then only names it in messages.
 *
 * @param uid its uid, or {@code null} when it is to be found by its key
 * @param key its natural key, or {@code null}
 */
public record Target(Uid uid, String key) {

    /** For an operation on no single definition. */
    public static final Target NONE = new Target(null, null);

    /**
     * Works when no other exchange works on the keys that a single write has to do with: that of the target, which may be known of its uid, and the
     * new one.
     *
     * @param newKey the key that the definition gets
     */
    Result withLocks(Project project, Resource resource, Optional<String> newKey, Supplier<Result> work) {
        SortedMap<String, String> keys = new TreeMap<>();
        newKey.ifPresent(next -> keys.put(NaturalKey.folded(next), next));
        Optional.ofNullable(uid).flatMap(known -> project.indexed(resource, known.value())).flatMap(known -> NaturalKey.of(resource, known))
                .or(() -> Optional.ofNullable(key)).ifPresent(known -> keys.put(NaturalKey.folded(known), known));
        return withLocks(project, resource, keys, work);
    }

    /** In the order of the keys: two threads that waited for each other would wait for ever. */
    private static Result withLocks(Project project, Resource resource, SortedMap<String, String> keys, Supplier<Result> work) {
        if (keys.isEmpty()) {
            return work.get();
        }
        String first = keys.firstKey();
        return project.withLock(resource, keys.get(first), () -> withLocks(project, resource, keys.tailMap(first + "\0"), work));
    }
}
