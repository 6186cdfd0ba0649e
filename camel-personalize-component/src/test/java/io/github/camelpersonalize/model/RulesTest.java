// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.LiveEmulatedRoutes;
import io.github.camelpersonalize.model.Rules.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.model.Rules.all;
import static io.github.camelpersonalize.model.Rules.any;
import static io.github.camelpersonalize.model.Rules.attribute;
import static io.github.camelpersonalize.model.Rules.attributeWithUid;
import static io.github.camelpersonalize.model.Rules.preset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rules written in Java, as the service takes them. */
class RulesTest extends LiveEmulatedRoutes {

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

    @Test
    void theServiceTakesEveryCondition() {
        send("personalize:attributes?operation=create", List.of("{\"name\": \"Tier\", \"key\": \"tier\"}"));
        Rules rules = any(attribute("tier").equalTo("gold"), attribute("tier").contains("ol"), attribute("tier").equalTo(1),
                attribute("tier").greaterThan(1.5), attribute("tier").lessThan(2L), attribute("tier").hasAnyValue(),
                attribute("tier").isTrue(), attribute("tier").not().isFalse(),
                preset(Preset.DATE_AND_TIME).condition("BEFORE_TIME", Map.of("any", 1)),
                preset(Preset.QUERY_PARAMETERS).condition("JSON_MATCH", null));

        Definition created = definition(send("personalize:audiences?operation=upsert", Map.of("name", "Gold", "definition", rules)));

        String uid = (String) definition(send("personalize:attributes?operation=get&key=tier", null)).get("uid");
        assertThat(created.get("referredAttributes")).isEqualTo(List.of(uid));
        assertThat(created.toJson().at("/definition/rules")).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEVICE_TYPE", "OPERATING_SYSTEM", "QUERY_PARAMETERS", "REFERRER", "COUNTRY", "REGION", "CITY",
            "DATE_AND_TIME"})
    void theServiceHasEveryPreset(Preset preset) {
        assertThat(created("audiences", Json.of(Map.of("name", "A", "definition", preset(preset).hasAnyValue())).toString())).isNotNull();
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
    }
}
