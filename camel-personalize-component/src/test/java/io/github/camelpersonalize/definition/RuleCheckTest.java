// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect.Rules;
import io.github.camelpersonalize.api.FieldError;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class RuleCheckTest {

    private final RuleCheck check = new RuleCheck(new Rules("condition", Set.of("EQUALS"), 2, 3));

    @Test
    void moreRulesThanTheServiceEverAllowsAreAFault() {
        assertThat(check.validate(rules("EQUALS", "EQUALS", "EQUALS"))).isEmpty();
        assertThat(check.validate(rules("EQUALS", "EQUALS", "EQUALS", "EQUALS")))
                .containsExactly(new FieldError("", "has 4 rules; the service allows 3 at most"));
    }

    @Test
    void moreRulesThanUsualAreWorthAWarning() {
        assertThat(check.warnings(rules("EQUALS", "EQUALS"))).isEmpty();
        assertThat(check.warnings(rules("EQUALS", "EQUALS", "EQUALS")))
                .containsExactly("it has 3 rules; the service allows 2 unless more was agreed on");
    }

    @Test
    void conditionsThatAreNotKnownAreWorthAWarningEach() {
        assertThat(check.warnings(rules("SOUNDS_LIKE", "BEGINS_WITH"))).containsExactly(
                "the condition \"BEGINS_WITH\" is not known here, so what it needs is not checked",
                "the condition \"SOUNDS_LIKE\" is not known here, so what it needs is not checked");
        assertThat(check.unknown(rules("SOUNDS_LIKE", "SOUNDS_LIKE", "EQUALS"))).containsExactly("SOUNDS_LIKE");
    }

    /** Each one level deeper than the one before. */
    private static JsonNode rules(String... conditions) {
        String rules = Stream.of(conditions).map(condition -> "{\"rules\": [{\"condition\": \"" + condition + "\"}, ")
                .collect(Collectors.joining());
        return json(rules + "{}" + "]}".repeat(conditions.length));
    }
}
