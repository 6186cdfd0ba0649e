// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.outcome.Result;
import org.jspecify.annotations.Nullable;

/** Deletes the version that is named, or else the draft. One that does not exist counts as deleted: the route asked for its absence. */
final class DeleteVersion {

    private static final int NOT_FOUND = 404;

    private final Versioned definition;

    DeleteVersion(Versioned definition) {
        this.definition = definition;
    }

    Result execute(@Nullable Uid version) {
        return version == null ? definition.versions().toResult(this::deleteDraft) : delete(version);
    }

    private Result deleteDraft(Versions versions) {
        return versions.draft().flatMap(definition.project().dialect()::uid).map(this::delete)
                .orElseGet(() -> definition.unchanged(MissingNode.getInstance(), "it has no draft"));
    }

    private Result delete(Uid version) {
        return definition.send(Operation.deleteVersion, version, null).fold(
                response -> definition.written(Outcome.DELETED, response.status(), MissingNode.getInstance()), this::failed);
    }

    /** What is gone was deleted here if an earlier attempt may have done it. */
    private Result failed(Problem problem) {
        Result.Failure failed = definition.failed(problem);
        if (failed.problem().status() != NOT_FOUND) {
            return failed;
        }
        Outcome outcome = problem.retry().inDoubt() ? Outcome.DELETED : Outcome.UNCHANGED;
        return definition.written(outcome, NOT_FOUND, MissingNode.getInstance());
    }
}
