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

/** Validates a body before it is sent: by its schema, then by rules that a schema cannot express. */
public final class BodyCheck {

    private final Dialect dialect;
    private final Map<String, BodySchema> schemas;

    /** Loads the schemas of a dialect. */
    public BodyCheck(Dialect dialect) {
        this.dialect = dialect;
        schemas = dialect.calls().stream().map(Call::body).filter(Objects::nonNull).distinct()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> BodySchema.load(dialect, name)));
    }

    /** All errors in a body, none when it may be sent. */
    public List<FieldError> validate(Call call, JsonNode body) {
        List<FieldError> errors = new ArrayList<>(schemas.get(call.body()).validate(body));
        if (call.resource().naturalKey() != null) {
            errors.addAll(NaturalKey.validate(call.resource(), body));
        }
        dialect.shape(call.resource()).items().ifPresent(items -> errors.addAll(new VariantRules(items).validate(body)));
        return errors;
    }
}
