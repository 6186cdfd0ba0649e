// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.Optional;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.project.IndexCache.View;
import io.github.camelpersonalize.project.KeyLocks.FoldedKey;

/** Opens projects for exchanges. What is known of a project is shared by all that use it. Thread-safe. */
public final class Projects {

    private static final int MAX_KEYS = 10_000;

    private final IndexCache indexes = new IndexCache();
    private final RecentlyUsed<FoldedKey, String> keys = new RecentlyUsed<>(MAX_KEYS);
    private final KeyLocks locks = new KeyLocks();
    private final KeptStates kept = new KeptStates();

    /**
     * A project, as one exchange sees it.
     *
     * @param credential with which the client authenticates, equal for equal ones: what was listed with another is not shown
     * @param check checks bodies before they are sent; empty to send them as they are
     */
    public Project open(Dialect dialect, ProjectClient client, Object credential, Optional<BodyCheck> check, Policy policy) {
        SharedState shared = new SharedState(new View(client.project(), dialect, credential), indexes, keys, locks, kept);
        return new Project(dialect, client, check, policy, shared);
    }
}
