// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.JsonPointer;
import io.github.camelpersonalize.model.SameJson;

/** Compares all members of a definition at two points of time. */
public final class SameState {

    private SameState() {}

    /** JSON pointers to the members that differ, numbers compared by value. */
    public static List<String> differences(JsonNode before, JsonNode now) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        List<String> differences = new ArrayList<>();
        names.stream().filter(name -> !SameJson.isSame(before.path(name), now.path(name)))
                .forEach(name -> differences.add(JsonPointer.of(name)));
        return differences;
    }
}
