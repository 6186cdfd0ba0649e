// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.service.Kind;

/**
 * Which variant a visitor sees. Rules about custom attributes are evaluated; a rule about anything else does not hold for anybody.
 */
public final class Decision {

    private static final int PERCENT = 100;

    private final Project project;
    private final String visitor;
    private final JsonNode values;

    /**
     * A decision.
     *
     * @param project
     *            has the audiences and attributes
     * @param visitor
     *            the uid
     * @param values
     *            of the visitor's attributes, by their keys
     */
    public Decision(Project project, String visitor, JsonNode values) {
        this.project = project;
        this.visitor = visitor;
        this.values = values;
    }

    /** The short uid of the variant of that version, none when the visitor sees none of them. */
    public Optional<String> variant(JsonNode version) {
        if (!isTarget(version.path("targeting"))) {
            return Optional.empty();
        }
        JsonNode variants = version.path("variants");
        int share = Math.floorMod((visitor + version.path("experienceUid").asText()).hashCode(), PERCENT);
        for (JsonNode variant : variants) {
            share -= variant.path("trafficDistribution").asInt();
            boolean chosen = variant.has("trafficDistribution") ? share < 0 : isFor(variant);
            if (chosen) {
                return Optional.of(variant.path("shortUid").asText());
            }
        }
        return Optional.empty();
    }

    private boolean isTarget(JsonNode targeting) {
        if (targeting.has("target")) {
            return holds(targeting.get("target"));
        }
        return !targeting.has("audience") || isFor(targeting.get("audience"));
    }

    private boolean isFor(JsonNode selection) {
        if (selection.hasNonNull("target")) {
            return holds(selection.get("target"));
        }
        List<Boolean> members = new ArrayList<>();
        for (JsonNode uid : selection.path("audiences")) {
            members.add(project.shelf(Kind.AUDIENCE).find(uid.asText()).filter(audience -> holds(audience.path("definition"))).isPresent());
        }
        return combined(selection.path("audienceCombinationType").asText(), members);
    }

    private boolean holds(JsonNode node) {
        if (!node.path("__type").asText().equals("RuleCombination")) {
            return ruleHolds(node);
        }
        List<Boolean> results = new ArrayList<>();
        node.path("rules").forEach(rule -> results.add(holds(rule)));
        return combined(node.path("combinationType").asText(), results);
    }

    private static boolean combined(String type, List<Boolean> results) {
        return type.equals("OR") ? results.contains(true) : !results.isEmpty() && !results.contains(false);
    }

    private boolean ruleHolds(JsonNode rule) {
        Optional<String> key = project.shelf(Kind.ATTRIBUTE).find(rule.at("/attribute/ref").asText())
                .map(found -> found.path("key").asText());
        if (key.isEmpty()) {
            return false;
        }
        return fits(rule.path("attributeMatchCondition").asText(), values.path(key.get()), rule.at("/attributeMatchOptions/value")) != rule
                .path("invertCondition").asBoolean();
    }

    private static boolean fits(String condition, JsonNode value, JsonNode option) {
        return switch (condition) {
            case "STRING_EQUALS" -> value.isValueNode() && value.asText().equals(option.asText());
            case "CONTAINS_SUBSTRING" -> value.isTextual() && value.textValue().contains(option.asText());
            case "HAS_ANY_VALUE" -> value.isValueNode() && !value.isNull();
            case "NUMBER_EQUAL_TO" -> value.isNumber() && compare(value, option) == 0;
            case "NUMBER_GREATER_THAN" -> value.isNumber() && compare(value, option) > 0;
            case "NUMBER_LESS_THAN" -> value.isNumber() && compare(value, option) < 0;
            case "IS_TRUE" -> value.isBoolean() && value.booleanValue();
            case "IS_FALSE" -> value.isBoolean() && !value.booleanValue();
            default -> false;
        };
    }

    private static int compare(JsonNode value, JsonNode option) {
        BigDecimal number = value.decimalValue();
        return number.compareTo(option.decimalValue());
    }
}
