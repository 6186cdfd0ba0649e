// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.project.Bodies;
import io.github.camelpersonalize.project.Project;
import org.jspecify.annotations.Nullable;

/** Prepares a version for sending, and validates it. */
final class VersionBody {

    private final Bodies bodies;
    private final Call call;

    VersionBody(Project project, Resource resource, Operation operation) {
        this.bodies = new Bodies(project);
        this.call = project.call(resource, operation);
    }

    /** What comes of the version as it is sent, or why it is not. */
    Result check(@Nullable JsonNode body, Function<JsonNode, Result> valid) {
        JsonNode version = bodies.writable(call.resource(), body);
        JsonNode literal = References.unescaped(version);
        return Bodies.violation(bodies.references(call, version)).or(() -> bodies.validate(call, literal))
                .orElseGet(() -> valid.apply(literal));
    }
}
