// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.List;

import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;

/** What came of an operation on a whole project. */
public sealed interface ProjectResult {

    /** Definitions were written one by one. */
    record Report(List<WriteResult> results) implements ProjectResult {}

    /** A plan, or a manifest. */
    record Document(JsonDocument document) implements ProjectResult {}

    /** Nothing was done. */
    record Failed(Result.Failure failure) implements ProjectResult {}
}
