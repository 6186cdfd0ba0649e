// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.definition.ServiceMembers;

/** Validates one entry by itself. */
final class EntryCheck {

    private final Optional<BodyCheck> check;
    private final ServiceMembers serviceMembers;

    /**
     * @param validate whether definitions are checked as before they are sent
     */
    EntryCheck(Dialect dialect, boolean validate) {
        check = validate ? Optional.of(new BodyCheck(dialect)) : Optional.empty();
        serviceMembers = new ServiceMembers(dialect);
    }

    List<FieldError> validate(Resource resource, JsonNode definition) {
        List<FieldError> errors = new ArrayList<>(bodyErrors(resource, withPlainKey(resource, definition)));
        errors.addAll(keyErrors(resource, definition, errors));
        errors.addAll(serviceMembers.validate(resource, definition));
        errors.addAll(References.validate(definition));
        return errors;
    }

    private List<FieldError> bodyErrors(Resource resource, JsonNode definition) {
        return check.map(body -> body.validateDefinition(resource, definition)).orElse(List.of());
    }

    private static List<FieldError> keyErrors(Resource resource, JsonNode definition, List<FieldError> known) {
        String pointer = definition.isObject() ? "/" + resource.naturalKey() : "";
        if (Reference.parse(definition.path(resource.naturalKey()).asText()).isPresent()) {
            return List.of(new FieldError(pointer, "is a reference; a definition needs its own " + resource.naturalKey()));
        }
        if (key(resource, definition).isPresent() || known.stream().anyMatch(error -> error.pointer().equals(pointer))) {
            return List.of();
        }
        return List.of(new FieldError(pointer, definition.isObject() ? "is missing" : "must be an object"));
    }

    /** Validates a definition that the service sent, in which {@code ref:} has no meaning. */
    List<FieldError> validateSent(Resource resource, JsonNode definition) {
        List<FieldError> errors = new ArrayList<>(bodyErrors(resource, definition));
        if (errors.isEmpty() && NaturalKey.of(resource, definition).isEmpty()) {
            errors.add(new FieldError("/" + resource.naturalKey(), "is missing"));
        }
        return errors;
    }

    /** The natural key of an entry, if it has one. */
    static Optional<String> key(Resource resource, JsonNode definition) {
        return NaturalKey.of(resource, definition).filter(key -> Reference.parse(key).isEmpty()).map(Reference::unescape);
    }

    /** The definition with its key as it is sent: the rules for keys apply to the text without the escape. */
    private static JsonNode withPlainKey(Resource resource, JsonNode definition) {
        Optional<String> key = key(resource, definition);
        if (key.isEmpty()) {
            return definition;
        }
        return ((ObjectNode) definition.deepCopy()).put(resource.naturalKey(), key.get());
    }
}
