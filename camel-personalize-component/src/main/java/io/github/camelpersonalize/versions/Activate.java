// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Result;
import org.jspecify.annotations.Nullable;

/** Activates the version that is named, or else the draft. Where there is no draft, because it was activated before, the active version is left as it is. */
final class Activate {

    private final Versioned definition;

    Activate(Versioned definition) {
        this.definition = definition;
    }

    Result execute(@Nullable Uid version) {
        StatusChange change = new StatusChange(definition, definition.words().active());
        return definition.versions()
                .toResult(versions -> version == null ? activateDraft(change, versions) : change.change(versions, version));
    }

    private Result activateDraft(StatusChange change, Versions versions) {
        return versions.draft().map(change::change).or(() -> versions.active().map(this::isActive))
                .orElseGet(
                        () -> Result.Failure.notFound("has no draft in " + definition.project().name() + "; name the version to activate"));
    }

    private Result isActive(JsonNode active) {
        return definition.unchanged(active, "it has no draft, and a version is active");
    }
}
