// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.body;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.live.state.ObjectIds;
import io.github.camelpersonalize.emulator.live.state.Project;
import io.github.camelpersonalize.emulator.service.Kind;

/** Looks at a tree of rules: its nodes, the attributes they refer to, the options of their conditions. */
public final class RuleTree {

    private static final int MOST_RULES = 50;
    private static final Set<String> LYTICS_ATTRIBUTES = Set.of("LYTICS_AUDIENCE", "LYTICS_FLOW_STATE");
    private static final List<String> COMBINATION = List.of("__type", "combinationType", "rules");
    private static final List<String> RULE = List.of("__type", "attribute", "attributeMatchCondition", "attributeMatchOptions",
            "invertCondition");
    private static final List<String> REFERENCE = List.of("__type", "ref");

    private final Project project;
    private final boolean inline;
    private final Problems problems;
    private int rules;

    private RuleTree(Project project, boolean inline, Problems problems) {
        this.project = project;
        this.inline = inline;
        this.problems = problems;
    }

    /** Adds what is wrong with the definition of an audience. */
    public static void examineDefinition(JsonNode tree, Project project, Problems problems) {
        new RuleTree(project, false, problems).examine("definition", tree);
    }

    /** Adds what is wrong with a tree inside a version, which may speak of what Lytics knows. */
    static void examineTarget(String at, JsonNode tree, Project project, Problems problems) {
        new RuleTree(project, true, problems).examine(at, tree);
    }

    private void examine(String at, JsonNode tree) {
        if (!tree.path("__type").asText().equals("RuleCombination")) {
            problems.add(at, Code.INVALID, "must be a RuleCombination");
            return;
        }
        node(at, tree);
        if (rules > MOST_RULES) {
            problems.add(at, Code.TOO_MANY_RULES, "must have no more than " + MOST_RULES + " rules");
        }
    }

    private void node(String at, JsonNode node) {
        switch (node.path("__type").asText()) {
            case "RuleCombination" -> combination(at, (ObjectNode) node);
            case "Rule" -> rule(at, (ObjectNode) node);
            default -> problems.add(at + ".__type", Code.INVALID, "must be one of RuleCombination, Rule");
        }
    }

    private void combination(String at, ObjectNode node) {
        problems.addUnknown(at, node, COMBINATION);
        Check.oneOf(Code.INVALID, List.of("AND", "OR")).examine(at + ".combinationType", node.path("combinationType"), problems);
        Check.listOf(Code.INVALID, (place, child, found) -> node(place, child)).examine(at + ".rules", node.path("rules"), problems);
    }

    private void rule(String at, ObjectNode rule) {
        rules++;
        problems.addUnknown(at, rule, RULE);
        reference(at + ".attribute", rule.path("attribute"));
        if (rule.hasNonNull("invertCondition") && !rule.get("invertCondition").isBoolean()) {
            problems.add(at + ".invertCondition", Code.INVALID, "must be a boolean");
        }
        String word = rule.path("attributeMatchCondition").asText();
        Optional<Condition> condition = Condition.named(word);
        if (condition.isEmpty()) {
            problems.add(at + ".attributeMatchCondition", Code.INVALID, "must be a condition: '" + word + "'");
        } else {
            options(at + ".attributeMatchOptions", condition.get(), rule.path("attributeMatchOptions"));
        }
    }

    private void options(String at, Condition condition, JsonNode options) {
        if (!condition.accepts(options)) {
            problems.addSentence(at, Code.INVALID, "valid matchOptions is required for " + condition + " condition");
            return;
        }
        if (condition.takesNoOptions() && problems.isStrict() && !options.isMissingNode()) {
            problems.add(at, Code.UNKNOWN_MEMBER, "should not exist");
        }
        if (options instanceof ObjectNode object && !condition.optionMembers().isEmpty()) {
            problems.addUnknown(at, object, condition.optionMembers());
        }
    }

    private void reference(String at, JsonNode reference) {
        if (reference instanceof ObjectNode object) {
            problems.addUnknown(at, object, REFERENCE);
        }
        String ref = reference.path("ref").asText();
        switch (reference.path("__type").asText()) {
            case "PresetAttributeReference" -> refuse(!Presets.has(ref), at, "'" + ref + "' is no preset attribute");
            case "CustomAttributeReference" -> custom(at, ref);
            case "LyticsAttributeReference" -> refuse(!inline || !LYTICS_ATTRIBUTES.contains(ref), at,
                    "an attribute of Lytics has no place here: '" + ref + "'");
            default -> problems.add(at + ".__type", Code.INVALID, "must be PresetAttributeReference or CustomAttributeReference");
        }
    }

    private void custom(String at, String ref) {
        if (!ObjectIds.isObjectId(ref)) {
            problems.addSentence(at, Code.NOT_AN_OBJECT_ID, ObjectIds.objection(ref));
            return;
        }
        refuse(project.shelf(Kind.ATTRIBUTE).find(ref).isEmpty(), at, "no attribute has the uid " + ref);
    }

    private void refuse(boolean refused, String at, String message) {
        if (refused) {
            problems.addSentence(at + ".ref", Code.UNKNOWN_REFERENCE, message);
        }
    }
}
