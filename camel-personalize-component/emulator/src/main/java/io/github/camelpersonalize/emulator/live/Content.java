// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.live.state.Versions;

/** Compares what two versions are about. */
final class Content {

    private Content() {}

    /** Whether both have the same variants, metrics and so on; 50 and 50.0 are the same. */
    static boolean same(JsonNode one, JsonNode other) {
        return Versions.CONTENT.stream().allMatch(member -> one.path(member).equals(Content::compare, other.path(member)));
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
