// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.converge;

import java.util.List;

import io.github.camelpersonalize.model.JsonDocument;

/** What came of an operation on a whole project. */
public sealed interface ProjectResult {

    /** Things were settled one by one. */
    record Report(List<Settled> settled) implements ProjectResult {}

    /** There is an answer: a plan, or a manifest. */
    record Document(JsonDocument document) implements ProjectResult {}

    /** Nothing was done. */
    record Failed(Result.Failed failure) implements ProjectResult {}
}
