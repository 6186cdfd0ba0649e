// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape;
import io.github.camelpersonalize.api.Shape.Items;
import io.github.camelpersonalize.model.JsonPointer;

/**
 * The members that the service sets. A manifest has none of them, because they mean nothing in another project or before a definition is created.
 */
public final class ServiceMembers {

    private static final String MESSAGE = "is set by the service; leave it out";

    private final Dialect dialect;

    public ServiceMembers(Dialect dialect) {
        this.dialect = dialect;
    }

    public List<FieldError> validate(Resource resource, JsonNode definition) {
        List<FieldError> errors = new ArrayList<>();
        Shape shape = dialect.shape(resource);
        definition.fieldNames().forEachRemaining(name -> {
            if (shape.readOnlyMembers().contains(name) || shape.unportableMembers().contains(name)) {
                errors.add(new FieldError(JsonPointer.of(name), MESSAGE));
            }
        });
        shape.items().ifPresent(items -> errors.addAll(validate(items, definition.path(items.member()))));
        return errors;
    }

    private static List<FieldError> validate(Items items, JsonNode list) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.path(i).has(items.uid())) {
                errors.add(new FieldError("/" + items.member() + "/" + i + "/" + items.uid(), MESSAGE));
            }
        }
        return errors;
    }

    /** A copy without them. */
    public ObjectNode without(Resource resource, ObjectNode definition) {
        Shape shape = dialect.shape(resource);
        ObjectNode copy = definition.deepCopy();
        copy.remove(shape.readOnlyMembers());
        copy.remove(shape.unportableMembers());
        shape.items().ifPresent(items -> removeUids(items, copy.path(items.member())));
        return copy;
    }

    /** Removes the uids of the items of a list. */
    public static void removeUids(Items items, JsonNode list) {
        for (JsonNode item : list) {
            if (item instanceof ObjectNode object) {
                object.remove(items.uid());
            }
        }
    }
}
