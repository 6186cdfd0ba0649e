// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.model;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.LiveEmulatedRoutes;
import io.github.camelpersonalize.model.Rules.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.model.Rules.any;
import static io.github.camelpersonalize.model.Rules.attribute;
import static io.github.camelpersonalize.model.Rules.preset;
import static org.assertj.core.api.Assertions.assertThat;

/** The service takes rules that are written in Java. */
class SentRulesTest extends LiveEmulatedRoutes {

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
}
