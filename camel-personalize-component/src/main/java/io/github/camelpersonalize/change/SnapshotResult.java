// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.outcome.Result;

/** What came of reading a snapshot. */
public sealed interface SnapshotResult {

    /** All lists were read. */
    record Success(Snapshot snapshot) implements SnapshotResult {}

    /**
     * A list could not be read. The others are of no value then: a definition that they lack may exist.
     *
     * @param resource the list
     */
    record Failure(Resource resource, Result.Failure failure) implements SnapshotResult {}
}
