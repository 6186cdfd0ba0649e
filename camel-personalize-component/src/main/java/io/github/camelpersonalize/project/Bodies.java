// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.Parts;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.outcome.Result;

/** Prepares bodies for sending, and validates them. */
public final class Bodies {

    private final Project project;

    public Bodies(Project project) {
        this.project = project;
    }

    /** A copy without the members that only the service sets. */
    public JsonNode writable(Resource resource, JsonNode body) {
        return body.isObject() ? ((ObjectNode) body.deepCopy()).remove(project.shape(resource).readOnlyMembers()) : body;
    }

    /** A copy of what the service sent of the definition itself: without the members that only the service sets, and those of a version. */
    public JsonNode own(Resource resource, JsonNode actual) {
        return Parts.of(writable(resource, actual), project.shape(resource)).head();
    }

    /** All errors of a definition with the members of its version as one failure, if there are any. */
    public Optional<Result> validateDefinition(Resource resource, JsonNode definition) {
        return violation(project.check().map(check -> check.validateDefinition(resource, definition)).orElse(List.of()));
    }

    /** All errors of a body as one failure, if there are any. */
    public Optional<Result> validate(Call call, JsonNode body) {
        return violation(project.check().map(check -> check.validate(call, body)).orElse(List.of()));
    }

    /** A copy as {@code create} and {@code update} send it, which know no references: texts are without their escapes. */
    public JsonNode literal(Resource resource, JsonNode body) {
        return References.unescaped(writable(resource, body));
    }

    /** All errors of a body of {@code create} or {@code update} as one failure, if there are any. A reference would be sent as a text. */
    public Optional<Result> validateLiteral(Call call, JsonNode body) {
        List<FieldError> errors = new ArrayList<>(References.validate(body));
        References.in(project.dialect(), body).stream().filter(site -> !site.implicit()).map(site -> reference(site, call))
                .forEach(errors::add);
        return violation(errors).or(() -> validate(call, literal(call.resource(), body)));
    }

    private static FieldError reference(ReferenceSite site, Call call) {
        return new FieldError(site.pointer(), "refers to " + site.reference() + ", and " + call.operation()
                + " resolves no references; use upsert or a manifest, or send the uid");
    }

    /** These errors as one failure, if there are any. */
    static Optional<Result> violation(List<FieldError> errors) {
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        String message = errors.stream().map(FieldError::toString).collect(Collectors.joining("; "));
        return Optional.of(Result.Failure.of(Problem.rejected("INVALID", message, errors)));
    }
}
