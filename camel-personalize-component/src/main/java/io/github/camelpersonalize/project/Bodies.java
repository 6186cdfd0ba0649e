// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.api.Versioning;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.definition.ReferenceSite;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Result;

/** Prepares bodies for sending, and validates them. */
public final class Bodies {

    private final Project project;

    public Bodies(Project project) {
        this.project = project;
    }

    /** The body without the members that only the service sets: the body itself when it has none of them, else a copy of its members. */
    public JsonNode writable(Resource resource, JsonNode body) {
        return withoutReadOnly(body, project.shape(resource));
    }

    /** The same, of a kind with this shape. */
    public static JsonNode withoutReadOnly(JsonNode body, Shape shape) {
        return without(body, shape.readOnlyMembers(), Set.of());
    }

    /** Without members of a version either: what {@code create} and {@code update} write. */
    public JsonNode withoutVersion(Resource resource, JsonNode body) {
        return without(body, project.shape(resource).readOnlyMembers(), project.shape(resource).versionMembers());
    }

    private static JsonNode without(JsonNode body, Set<String> some, Set<String> others) {
        if (!hasAny(body, some, others)) {
            return body;
        }
        ObjectNode copy = Json.object();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            if (!some.contains(member.getKey()) && !others.contains(member.getKey())) {
                copy.set(member.getKey(), member.getValue());
            }
        }
        return copy;
    }

    private static boolean hasAny(JsonNode body, Set<String> some, Set<String> others) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (some.contains(name) || others.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** All errors of a definition with the members of its version as one failure, if there are any. */
    public Optional<Result> validateDefinition(Resource resource, JsonNode definition) {
        return violation(project.check().map(check -> check.validateDefinition(resource, definition)).orElse(List.of()));
    }

    /** All errors of a body as one failure, if there are any. */
    public Optional<Result> validate(Call call, JsonNode body) {
        return violation(project.check().map(check -> check.validate(call, body)).orElse(List.of()));
    }

    /** The body as {@code create} and {@code update} send it, which know no references: texts are without their escapes. */
    public JsonNode literal(Resource resource, JsonNode body) {
        return References.unescaped(withoutVersion(resource, body));
    }

    /** All errors of a body of {@code create} or {@code update} as one failure, if there are any. */
    public Optional<Result> validateLiteral(Call call, JsonNode body) {
        List<FieldError> errors = new ArrayList<>(versionMembers(call, body));
        List<FieldError> references = references(call, withoutVersion(call.resource(), body));
        errors.addAll(references);
        if (references.isEmpty()) {
            JsonNode definition = References.unescaped(writable(call.resource(), body));
            project.check().ifPresent(check -> errors.addAll(check.validate(call, definition)));
        }
        return violation(errors);
    }

    /** The references in a body, as errors: they would be sent as texts. */
    public List<FieldError> references(Call call, JsonNode body) {
        if (References.isPlain(body)) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>(References.validate(body));
        References.in(project.dialect(), body).stream().filter(site -> !site.implicit()).map(site -> reference(site, call))
                .forEach(errors::add);
        return errors;
    }

    /** A status that the service has told is no wish. */
    private List<FieldError> versionMembers(Call call, JsonNode body) {
        Shape shape = project.shape(call.resource());
        if (shape.versionMembers().isEmpty()) {
            return List.of();
        }
        Optional<String> told = shape.versioning().map(Versioning::status).filter(status -> isAsRead(call.resource(), body));
        return shape.versionMembers().stream().sorted()
                .filter(member -> body.has(member) && !told.equals(Optional.of(member)))
                .map(member -> new FieldError("/" + member, "belongs to a version, which " + call.operation()
                        + " does not write; use createVersion or updateVersion, or upsert for both"))
                .toList();
    }

    /** Whether it has members that only the service sets, beside the uid by which it is found. */
    private boolean isAsRead(Resource resource, JsonNode body) {
        return project.shape(resource).readOnlyMembers().stream().anyMatch(member -> !"uid".equals(member) && body.has(member));
    }

    private static FieldError reference(ReferenceSite site, Call call) {
        return new FieldError(site.pointer(), "refers to " + site.reference() + ", and " + call.operation()
                + " resolves no references; use upsert or a manifest, or send the uid");
    }

    /** These errors as one failure, if there are any. */
    public static Optional<Result> violation(List<FieldError> errors) {
        return errors.isEmpty() ? Optional.empty() : Optional.of(rejected(errors));
    }

    /** These errors as one failure. */
    static Result.Failure rejected(List<FieldError> errors) {
        String message = errors.stream().map(FieldError::toString).collect(Collectors.joining("; "));
        return Result.Failure.of(Problem.rejected("INVALID", message, errors));
    }
}
