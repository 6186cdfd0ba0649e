// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.contract;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.service.Kind;

/** An attribute stays as long as the rules of an audience mention its uid or its key. */
final class AttributeOutOfUse implements DeleteRule {

    @Override
    public Optional<String> objection(Project project, ObjectNode attribute) {
        Set<String> marks = Set.of(attribute.path("uid").asText(), attribute.path("key").asText());
        String users = project.shelf(Kind.AUDIENCE).namesWhere(audience -> mentions(audience.path("rules"), marks));
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of("The attribute '" + attribute.path("key").asText() + "' is used by the rules of audiences: " + users + ".");
    }

    private static boolean mentions(JsonNode rules, Set<String> marks) {
        if (rules.isTextual()) {
            return marks.contains(rules.textValue());
        }
        for (JsonNode part : rules) {
            if (mentions(part, marks)) {
                return true;
            }
        }
        return false;
    }
}
