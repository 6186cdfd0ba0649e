// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.outcome.Result;

/** The locks of all natural keys that a single write has to do with: the key of its target, which may be known of its uid, and the new one. */
final class TargetLock {

    private final Project project;
    private final Resource resource;

    TargetLock(Project project, Resource resource) {
        this.project = project;
        this.resource = resource;
    }

    /**
     * Works when no other exchange works on one of these keys.
     *
     * @param newKey the key that the definition gets
     */
    Result with(Target target, Optional<String> newKey, Supplier<Result> work) {
        SortedMap<String, String> keys = new TreeMap<>();
        newKey.ifPresent(key -> keys.put(NaturalKey.folded(key), key));
        Optional.ofNullable(target.uid()).flatMap(uid -> project.indexed(resource, uid.value()))
                .flatMap(known -> NaturalKey.of(resource, known)).or(() -> Optional.ofNullable(target.key()))
                .ifPresent(key -> keys.put(NaturalKey.folded(key), key));
        return with(keys, work);
    }

    /** In the order of the keys: two threads that waited for each other would wait for ever. */
    private Result with(SortedMap<String, String> keys, Supplier<Result> work) {
        if (keys.isEmpty()) {
            return work.get();
        }
        String first = keys.firstKey();
        return project.withLock(resource, keys.get(first), () -> with(keys.tailMap(first + "\0"), work));
    }
}
