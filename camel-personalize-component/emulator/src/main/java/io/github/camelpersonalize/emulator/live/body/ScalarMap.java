// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import com.fasterxml.jackson.databind.JsonNode;

/** An object whose members are texts, numbers and booleans. */
final class ScalarMap implements Check {

    @Override
    public void examine(String at, JsonNode value, Problems problems) {
        if (!value.isObject()) {
            problems.add(at, Code.INVALID, "must be an object");
            return;
        }
        value.properties().stream().filter(member -> !member.getValue().isValueNode())
                .forEach(member -> problems.add(member.getKey(), Code.INVALID, "must be a string, a number or a boolean"));
    }
}
