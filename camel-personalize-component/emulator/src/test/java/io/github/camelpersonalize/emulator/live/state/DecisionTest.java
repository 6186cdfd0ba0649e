// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator.live.state;

import java.time.Clock;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.service.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Project project = new Project(object("{'uid': 'p1'}"), new Audit(Clock.systemUTC(), () -> "any"));

    @BeforeEach
    void putDefinitions() {
        project.shelf(Kind.ATTRIBUTE).put(object("{'uid': 'a1', 'key': 'tier'}"));
        project.shelf(Kind.AUDIENCE).put(object("{'uid': 'gold', 'name': 'Gold', 'definition': " + equalTo("gold") + "}"));
        project.shelf(Kind.AUDIENCE).put(object("{'uid': 'any', 'name': 'Any', 'definition': " + rule("HAS_ANY_VALUE", "''") + "}"));
    }

    @ParameterizedTest(name = "{1} {0} {2}: {3}")
    @CsvSource(quoteCharacter = '"', value = {"STRING_EQUALS, 'gold', 'gold', true", "STRING_EQUALS, 'golden', 'gold', false",
            "STRING_EQUALS, 12, '12', true",
            "STRING_EQUALS, {}, '', false", "CONTAINS_SUBSTRING, 'golden', 'old', true", "CONTAINS_SUBSTRING, 'silver', 'old', false",
            "CONTAINS_SUBSTRING, 12, '1', false", "HAS_ANY_VALUE, false, '', true", "HAS_ANY_VALUE, null, '', false",
            "HAS_ANY_VALUE, {}, '', false",
            "NUMBER_EQUAL_TO, 1.0, 1, true", "NUMBER_EQUAL_TO, 2, 1, false", "NUMBER_EQUAL_TO, '1', 1, false",
            "NUMBER_GREATER_THAN, 2, 1, true",
            "NUMBER_GREATER_THAN, 1, 1, false", "NUMBER_GREATER_THAN, '2', 1, false", "NUMBER_LESS_THAN, 0, 1, true",
            "NUMBER_LESS_THAN, 1, 1, false",
            "NUMBER_LESS_THAN, '0', 1, false", "IS_TRUE, true, '', true", "IS_TRUE, false, '', false", "IS_TRUE, 'true', '', false",
            "IS_FALSE, false, '', true", "IS_FALSE, true, '', false", "IS_FALSE, 'false', '', false", "BEFORE, 'gold', 'gold', false"})
    void aRuleHoldsForValuesThatFitItsCondition(String condition, String value, String option, boolean holds) {
        String rule = rule(condition, option);

        assertThat(shown("{'target': " + rule + "}", value)).isEqualTo(holds);
        assertThat(shown("{'target': " + rule.replace("'invertCondition': false", "'invertCondition': true") + "}", value))
                .isNotEqualTo(holds);
    }

    @Test
    void aRuleAboutAnythingElseThanACustomAttributeHoldsForNobody() {
        assertThat(shown("{'target': " + equalTo("gold").replace("a1", "DEVICE_TYPE") + "}", "'gold'")).isFalse();
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"AND, gold old, true", "AND, gold silver, false", "OR, gold silver, true", "OR, bronze silver, false"})
    void combinedRulesHoldTogetherOrOneOfThem(String type, String parts, boolean holds) {
        String[] values = parts.split(" ");
        String rules = equalTo(values[0]) + ", " + equalTo(values[1]).replace("STRING_EQUALS", "CONTAINS_SUBSTRING");

        assertThat(
                shown("{'target': {'__type': 'RuleCombination', 'combinationType': '" + type + "', 'rules': [" + rules + "]}}", "'gold'"))
                .isEqualTo(holds);
    }

    @Test
    void noRulesHoldForNobody() {
        assertThat(shown("{'target': {'__type': 'RuleCombination', 'combinationType': 'AND', 'rules': []}}", "'gold'")).isFalse();
    }

    @Test
    void theTargetOfAVersionIsItsAudienceOrEverybody() {
        String audience = "{'audience': {'audiences': ['gold', 'any'], 'audienceCombinationType': 'AND'}}";

        assertThat(shown("{}", "'silver'")).isTrue();
        assertThat(shown(audience, "'gold'")).isTrue();
        assertThat(shown(audience, "'silver'")).isFalse();
        assertThat(shown(audience.replace("AND", "OR"), "'silver'")).isTrue();
        assertThat(shown("{'audience': {'target': " + equalTo("gold") + "}}", "'gold'")).isTrue();
    }

    @Test
    void aVisitorSeesTheFirstVariantOfHisAudiences() {
        JsonNode version = object("{'experienceUid': 'e1', 'variants': [{'shortUid': '0', 'audiences': ['nobody']},"
                + "{'shortUid': '1', 'audiences': ['gold']}, {'shortUid': '2', 'audiences': ['any']}]}");

        assertThat(decide(version, "v1", "'gold'")).contains("1");
        assertThat(decide(version, "v1", "'silver'")).contains("2");
        assertThat(decide(version, "v1", "null")).isEmpty();
    }

    @Test
    void visitorsAreSharedOutInTheGivenParts() {
        JsonNode version = object("{'experienceUid': 'e1', 'variants': [{'shortUid': '0', 'trafficDistribution': 25},"
                + "{'shortUid': '1', 'trafficDistribution': 50}]}");
        int[] counts = new int[3];
        for (int visitor = 0; visitor < 1000; visitor++) {
            counts[decide(version, "visitor " + visitor, "null").map(Integer::parseInt).orElse(2)]++;
        }

        assertThat(counts[0]).isBetween(200, 300);
        assertThat(counts[1]).isBetween(450, 550);
        assertThat(counts[2]).isBetween(200, 300);
    }

    private boolean shown(String targeting, String value) {
        JsonNode version = object(
                "{'experienceUid': 'e1', 'variants': [{'shortUid': '0', 'trafficDistribution': 100}], 'targeting': " + targeting + "}");
        return decide(version, "v1", value).isPresent();
    }

    private Optional<String> decide(JsonNode version, String visitor, String value) {
        return new Decision(project, visitor, object("{'tier': " + value + "}")).variant(version);
    }

    private static String equalTo(String value) {
        return rule("STRING_EQUALS", "'" + value + "'");
    }

    private static String rule(String condition, String option) {
        return "{'__type': 'Rule', 'attribute': {'__type': 'CustomAttributeReference', 'ref': 'a1'}, 'attributeMatchCondition': '"
                + condition
                + "', 'attributeMatchOptions': {'value': " + option + "}, 'invertCondition': false}";
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
