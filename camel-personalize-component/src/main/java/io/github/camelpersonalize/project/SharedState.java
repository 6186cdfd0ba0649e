// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;
import java.util.function.Supplier;

import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Result;

/** What exchanges share of one project: its index, the keys that were seen, and a lock for each key. Thread-safe. */
record SharedState(ProjectId project, IndexCache indexes, KeyCache keys, KeyLocks locks) {

    /** The index, empty at first. */
    ProjectIndex index() {
        return indexes.get(project);
    }

    /** The index, if an operation has needed one. */
    Optional<ProjectIndex> indexIfPresent() {
        return indexes.ifPresent(project);
    }

    void learn(Resource resource, String key) {
        keys.learn(FoldedKey.of(project, resource, key), key);
    }

    /** A key that was seen and differs from this one only in case, white space or Unicode form. */
    Optional<String> lookalike(Resource resource, String key) {
        return keys.lookalike(FoldedKey.of(project, resource, key), key);
    }

    Result withLock(Resource resource, String key, Supplier<Result> work) {
        return locks.withLock(FoldedKey.of(project, resource, key), work);
    }
}
