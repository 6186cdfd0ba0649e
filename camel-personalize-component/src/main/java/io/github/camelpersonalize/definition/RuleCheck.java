// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect.Rules;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.text.Quoted;

/**
 * What a schema cannot say of the rules in a definition: how many there are, and which conditions are not known. Conditions that are not known are no
 * error, because the service may have more than public material shows.
 */
public final class RuleCheck {

    private final Rules rules;

    public RuleCheck(Rules rules) {
        this.rules = rules;
    }

    List<FieldError> validate(JsonNode definition) {
        int count = conditions(definition).size();
        return count > rules.most()
                ? List.of(new FieldError("", "has " + count + " rules; the service allows " + rules.most() + " at most"))
                : List.of();
    }

    /** What is worth knowing of a definition that may be sent. */
    public List<String> warnings(JsonNode definition) {
        List<String> warnings = new ArrayList<>();
        int count = conditions(definition).size();
        if (count > rules.quota()) {
            warnings.add("it has " + count + " rules; the service allows " + rules.quota() + " unless more was agreed on");
        }
        unknown(definition).forEach(condition -> warnings.add(unknown(condition)));
        return warnings;
    }

    /** The conditions that are not known, in the order of the alphabet. */
    Set<String> unknown(JsonNode definition) {
        Set<String> unknown = new TreeSet<>(conditions(definition));
        unknown.removeAll(rules.conditions());
        return unknown;
    }

    static String unknown(String condition) {
        return "the condition " + Quoted.of(condition) + " is not known here, so what it needs is not checked";
    }

    /** The conditions of all rules, at any depth: as many as there are rules. */
    private List<String> conditions(JsonNode definition) {
        return definition.findValues(rules.condition()).stream().map(JsonNode::asText).toList();
    }
}
