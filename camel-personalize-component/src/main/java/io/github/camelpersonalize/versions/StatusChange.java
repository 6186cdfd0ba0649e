// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Bodies;

/** Writes a version with another status, and else as the service has it: a version is replaced as a whole. */
final class StatusChange {

    private final Versioned definition;
    private final String status;

    StatusChange(Versioned definition, String status) {
        this.definition = definition;
        this.status = status;
    }

    /** Changes the version that is named. */
    Result change(Versions versions, Uid version) {
        return versions.withUid(version.value()).map(this::change).orElseGet(() -> Result.Failure.notFound(
                "has no version with uid " + version + " in " + definition.project().name()));
    }

    /** Changes a version, if it does not have the status already. */
    Result change(JsonNode version) {
        if (definition.words().status(version).equals(status)) {
            return definition.unchanged(version, null);
        }
        Optional<Uid> uid = definition.project().dialect().uid(version);
        ObjectNode whole = new Bodies(definition.project()).writable(definition.resource(), version).deepCopy();
        return new PutVersion(definition).send(uid.orElseThrow(), whole.put(definition.words().status(), status));
    }
}
