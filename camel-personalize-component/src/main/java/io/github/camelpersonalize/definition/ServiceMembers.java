// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.model.JsonPointer;

/**
 * The members that the service sets. A manifest has none of them, because they mean nothing in another project or before a definition is created.
 */
public final class ServiceMembers {

    private static final String VARIANTS = "variants";
    private static final String VARIANT_UID = "uid";
    private static final String MESSAGE = "is set by the service; leave it out";

    private final Set<String> always;
    private final Set<String> ofExperiences;

    public ServiceMembers(Dialect dialect) {
        always = dialect.readOnlyMembers();
        ofExperiences = new HashSet<>(always);
        ofExperiences.add("status");
    }

    public List<FieldError> validate(Resource resource, JsonNode definition) {
        List<FieldError> errors = new ArrayList<>();
        definition.fieldNames().forEachRemaining(name -> {
            if (names(resource).contains(name)) {
                errors.add(new FieldError(JsonPointer.of(name), MESSAGE));
            }
        });
        JsonNode variants = variants(resource, definition);
        for (int i = 0; i < variants.size(); i++) {
            if (variants.path(i).has(VARIANT_UID)) {
                errors.add(new FieldError("/" + VARIANTS + "/" + i + "/" + VARIANT_UID, MESSAGE));
            }
        }
        return errors;
    }

    /** A copy without them. */
    public ObjectNode without(Resource resource, ObjectNode definition) {
        ObjectNode copy = definition.deepCopy();
        copy.remove(names(resource));
        variants(resource, copy).forEach(variant -> {
            if (variant instanceof ObjectNode object) {
                object.remove(VARIANT_UID);
            }
        });
        return copy;
    }

    private Set<String> names(Resource resource) {
        return resource == Resource.experiences ? ofExperiences : always;
    }

    private static JsonNode variants(Resource resource, JsonNode definition) {
        return definition.path(resource == Resource.experiences ? VARIANTS : "");
    }
}
