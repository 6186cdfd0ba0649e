// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.definition.NaturalKey;
import io.github.camelpersonalize.definition.Reference;
import io.github.camelpersonalize.definition.References;
import io.github.camelpersonalize.definition.ServiceMembers;

/** Tells all that is wrong with one entry by itself. */
final class EntryCheck {

    private final Map<Resource, Call> creations;
    private final BodyCheck check;
    private final ServiceMembers serviceMembers;

    EntryCheck(Dialect dialect) {
        creations = Manifest.RESOURCES.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(),
                        resource -> dialect.call(resource, Operation.create).orElseThrow()));
        check = new BodyCheck(dialect);
        serviceMembers = new ServiceMembers(dialect);
    }

    List<FieldError> validate(Resource resource, JsonNode definition) {
        List<FieldError> faults = new ArrayList<>(check.validate(creations.get(resource), withPlainKey(resource, definition)));
        String key = definition.isObject() ? "/" + resource.naturalKey() : "";
        String written = definition.path(resource.naturalKey()).asText();
        if (Reference.parse(written).isPresent()) {
            faults.add(new FieldError(key, "is a reference, but a definition needs a " + resource.naturalKey() + " of its own"));
        } else if (key(resource, definition).isEmpty() && faults.stream().noneMatch(fault -> fault.pointer().equals(key))) {
            faults.add(new FieldError(key, definition.isObject() ? "is missing" : "must be an object"));
        }
        faults.addAll(serviceMembers.validate(resource, definition));
        faults.addAll(References.validate(definition));
        return faults;
    }

    /** All that is wrong with a definition of the service's, in which a text is a text, whatever it begins with. */
    List<FieldError> faultsOfSent(Resource resource, JsonNode definition) {
        List<FieldError> faults = new ArrayList<>(check.validate(creations.get(resource), definition));
        if (faults.isEmpty() && NaturalKey.of(resource, definition).isEmpty()) {
            faults.add(new FieldError("/" + resource.naturalKey(), "is missing"));
        }
        return faults;
    }

    /** The natural key of an entry, if it has one. */
    static Optional<String> key(Resource resource, JsonNode definition) {
        return NaturalKey.of(resource, definition).filter(key -> Reference.parse(key).isEmpty()).map(Reference::unescape);
    }

    /** What the service would get to see: the rules for keys are about the text that is meant. */
    private static JsonNode withPlainKey(Resource resource, JsonNode definition) {
        Optional<String> key = key(resource, definition);
        return key.isEmpty() ? definition : ((ObjectNode) definition.deepCopy()).put(resource.naturalKey(), key.get());
    }
}
