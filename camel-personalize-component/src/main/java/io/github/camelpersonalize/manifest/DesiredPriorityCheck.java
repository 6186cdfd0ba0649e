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

/** Tells all that is wrong with an order of priority by itself. */
final class DesiredPriorityCheck {

    private static final String RULE = "must be ref:experience/<name> or a uid";

    private final Dialect dialect;

    DesiredPriorityCheck(Dialect dialect) {
        this.dialect = dialect;
    }

    List<FieldError> validate(JsonNode order) {
        if (!order.isArray()) {
            return List.of(new FieldError("", "must be a list of experiences, highest first"));
        }
        List<FieldError> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            String pointer = "/" + i;
            if (!isExperience(order.get(i))) {
                faults.add(new FieldError(pointer, RULE));
            }
            Optional.ofNullable(seen.putIfAbsent(order.get(i).toString(), i))
                    .ifPresent(first -> faults.add(new FieldError(pointer, "is there already, as item " + first + "; remove one of them")));
        }
        return faults;
    }

    private boolean isExperience(JsonNode item) {
        if (!item.isTextual()) {
            return false;
        }
        return Reference.parse(item.textValue()).map(named -> named.resource() == Resource.experiences)
                .orElseGet(() -> Uid.isLegal(item.textValue()) && !dialect.isReserved(item.textValue()));
    }
}
