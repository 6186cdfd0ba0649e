// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Result;
import org.jspecify.annotations.Nullable;

/** Replaces the version that is named, or else the draft. */
final class UpdateVersion {

    private final Versioned definition;
    private final JsonNode sent;

    UpdateVersion(Versioned definition, JsonNode sent) {
        this.definition = definition;
        this.sent = sent;
    }

    Result execute(@Nullable Uid version) {
        return version == null ? definition.versions().toResult(this::updateDraft) : new PutVersion(definition).send(version, sent);
    }

    private Result updateDraft(Versions versions) {
        return versions.draft().flatMap(definition.project().dialect()::uid).map(draft -> new PutVersion(definition).send(draft, sent))
                .orElseGet(() -> Result.Failure.notFound("has no draft in " + definition.project().name()
                        + "; create one with createVersion, or name the version"));
    }
}
