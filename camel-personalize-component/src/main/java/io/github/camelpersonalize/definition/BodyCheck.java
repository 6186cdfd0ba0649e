// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;

/** Tells everything that is wrong with a body before it is sent: its schema first, then what a schema cannot say. */
public final class BodyCheck {

    private final Map<String, BodySchema> schemas;

    /** Loads the schemas of a dialect. */
    public BodyCheck(Dialect dialect) {
        schemas = dialect.calls().stream().map(Call::body).filter(Objects::nonNull).distinct()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> BodySchema.load(dialect, name)));
    }

    /** All faults of a body, none when it may be sent. */
    public List<FieldError> validate(Call call, JsonNode body) {
        List<FieldError> faults = new ArrayList<>(schemas.get(call.body()).validate(body));
        if (call.resource().naturalKey() != null) {
            faults.addAll(NaturalKey.validate(call.resource(), body));
        }
        if (call.resource() == Resource.experiences) {
            faults.addAll(VariantRules.validate(body));
        }
        return faults;
    }
}
