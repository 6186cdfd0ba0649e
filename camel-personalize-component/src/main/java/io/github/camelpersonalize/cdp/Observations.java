// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The traits and the names of events in a message, in its order.
 *
 * @param ignored where traits should be, and something else is
 */
record Observations(List<Trait> traits, List<String> events, Set<String> ignored) {

    /** A trait with a value from which a type can be inferred. */
    record Trait(String name, JsonNode value) {}

    static Observations none() {
        return new Observations(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    }
}
