// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The traits and the names of events in a message, in its order. */
record Observations(List<Trait> traits, List<String> events) {

    /** A trait with a value from which a type can be inferred. */
    record Trait(String name, JsonNode value) {}

    static Observations none() {
        return new Observations(new ArrayList<>(), new ArrayList<>());
    }
}
