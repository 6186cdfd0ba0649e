// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Rules.Preset;
import io.github.camelpersonalize.model.Rules.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.model.Rules.all;
import static io.github.camelpersonalize.model.Rules.any;
import static io.github.camelpersonalize.model.Rules.attribute;
import static io.github.camelpersonalize.model.Rules.attributeWithUid;
import static io.github.camelpersonalize.model.Rules.preset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rules written in Java, as the service takes them. */
class RulesTest {

    @Test
    void rulesAreWrittenAsTheServiceHasThem() {
        Rules rules = all(attribute("loyalty_tier").equalTo("gold"), preset(Preset.COUNTRY).not().equalTo("US"),
                any(attributeWithUid("6710a1b2c3d4e5f601020304").greaterThan(new BigDecimal("10.50")), attribute("vip").hasAnyValue()));

        assertThat(rules.toJson().toString()).isEqualTo(
                text("""
                        {"__type": "RuleCombination", "combinationType": "AND", "rules": [
                          {"__type": "Rule", "attribute": {"__type": "CustomAttributeReference", "ref": "ref:attribute/loyalty_tier"},
                           "attributeMatchCondition": "STRING_EQUALS", "attributeMatchOptions": {"__type": "StringMatchOptions", "value": "gold"},
                           "invertCondition": false},
                          {"__type": "Rule", "attribute": {"__type": "PresetAttributeReference", "ref": "COUNTRY"},
                           "attributeMatchCondition": "STRING_EQUALS", "attributeMatchOptions": {"__type": "StringMatchOptions", "value": "US"},
                           "invertCondition": true},
                          {"__type": "RuleCombination", "combinationType": "OR", "rules": [
                            {"__type": "Rule", "attribute": {"__type": "CustomAttributeReference", "ref": "6710a1b2c3d4e5f601020304"},
                             "attributeMatchCondition": "NUMBER_GREATER_THAN", "attributeMatchOptions": {"__type": "NumberMatchOptions", "value": 10.50},
                             "invertCondition": false},
                            {"__type": "Rule", "attribute": {"__type": "CustomAttributeReference", "ref": "ref:attribute/vip"},
                             "attributeMatchCondition": "HAS_ANY_VALUE", "invertCondition": false}]}]}"""));
    }

    /** Without the white space between its members. */
    private static String text(String json) {
        return json.replaceAll("\\s*\\n\\s*", " ").replaceAll("([:,\\[]) ", "$1");
    }

    static Stream<Arguments> conditions() {
        Subject tier = attribute("tier");
        return Stream.of(Arguments.of(tier.equalTo("gold"), "STRING_EQUALS", "{\"__type\": \"StringMatchOptions\", \"value\": \"gold\"}"),
                Arguments.of(tier.contains("ol"), "CONTAINS_SUBSTRING", "{\"__type\": \"StringMatchOptions\", \"value\": \"ol\"}"),
                Arguments.of(tier.equalTo(1), "NUMBER_EQUAL_TO", "{\"__type\": \"NumberMatchOptions\", \"value\": 1}"),
                Arguments.of(tier.greaterThan(1.5), "NUMBER_GREATER_THAN", "{\"__type\": \"NumberMatchOptions\", \"value\": 1.5}"),
                Arguments.of(tier.lessThan(2), "NUMBER_LESS_THAN", "{\"__type\": \"NumberMatchOptions\", \"value\": 2}"),
                Arguments.of(tier.hasAnyValue(), "HAS_ANY_VALUE", null), Arguments.of(tier.isTrue(), "IS_TRUE", null),
                Arguments.of(tier.isFalse(), "IS_FALSE", null),
                Arguments.of(tier.condition("BEFORE_TIME", Map.of("any", 1)), "BEFORE_TIME", "{\"any\": 1}"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("conditions")
    void aRuleHasAConditionAndWhatItNeeds(Rules rule, String condition, String options) {
        JsonNode written = rule.toJson().at("/rules/0");

        assertThat(written.path("attributeMatchCondition").textValue()).isEqualTo(condition);
        assertThat(written.get("attributeMatchOptions")).isEqualTo(options == null ? null : Json.read(options));
        assertThat(rule).hasToString(rule.toText());
    }

    @Test
    void aSingleRuleIsATreeToo() {
        assertThat(preset(Preset.CITY).hasAnyValue().toMap()).isEqualTo(all(preset(Preset.CITY).hasAnyValue()).toMap());
        assertThat(preset(Preset.CITY).not().not().hasAnyValue().toMap()).isEqualTo(preset(Preset.CITY).hasAnyValue().toMap());
    }

    @Test
    void rulesDoNotChange() {
        Map<String, Object> tree = all(preset(Preset.CITY).equalTo("chicago,IL,US")).toMap();

        assertThatThrownBy(() -> tree.put("combinationType", "OR")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) tree.get("rules")).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aRuleNeedsAnAttribute(String key) {
        assertThatThrownBy(() -> attribute(key)).isInstanceOf(IllegalArgumentException.class).hasMessage("a rule needs a key");
        assertThatThrownBy(() -> attributeWithUid(key)).isInstanceOf(IllegalArgumentException.class).hasMessage("a rule needs a uid");
        assertThatThrownBy(() -> attribute("a").condition(key, null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rule needs a name");
    }
}
