// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Result;
import org.jspecify.annotations.Nullable;

/** Pauses the version that is named, or else the active one. Where none is active, because it was paused before, it is left as it is. */
final class Pause {

    private final Versioned definition;

    Pause(Versioned definition) {
        this.definition = definition;
    }

    Result execute(@Nullable Uid version) {
        StatusChange change = new StatusChange(definition, definition.words().paused());
        return definition.versions()
                .toResult(versions -> version == null ? pauseActive(change, versions) : change.change(versions, version));
    }

    private Result pauseActive(StatusChange change, Versions versions) {
        return versions.active().map(change::change).or(() -> versions.paused().map(this::isPaused))
                .orElseGet(() -> Result.Failure.notFound("has no active version in " + definition.project().name()));
    }

    private Result isPaused(JsonNode paused) {
        return definition.unchanged(paused, "no version is active, and one is paused");
    }
}
