// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Reference;

/** Validates an order of experiences by itself. */
final class DesiredPriorityCheck {

    private static final String RULE = "must be ref:experience/<name> or a uid";

    private final Dialect dialect;

    DesiredPriorityCheck(Dialect dialect) {
        this.dialect = dialect;
    }

    List<FieldError> validate(JsonNode priority) {
        if (!priority.isArray()) {
            return List.of(new FieldError("", "must be a list of experiences, highest first"));
        }
        List<FieldError> errors = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < priority.size(); i++) {
            String pointer = "/" + i;
            if (!isExperience(priority.get(i))) {
                errors.add(new FieldError(pointer, RULE));
            }
            Integer first = seen.putIfAbsent(priority.get(i).toString(), i);
            if (first != null) {
                errors.add(new FieldError(pointer, "is a duplicate of /priority/" + first + "; remove one of them"));
            }
        }
        return errors;
    }

    private boolean isExperience(JsonNode item) {
        if (!item.isTextual()) {
            return false;
        }
        Optional<Reference> reference = Reference.parse(item.textValue());
        if (reference.isPresent()) {
            return reference.get().resource() == Resource.experiences;
        }
        return Uid.isLegal(item.textValue()) && !dialect.isReserved(item.textValue());
    }
}
