// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.util.List;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Shape.Items;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.manifest.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

class VariantRulesTest {

    private static final VariantRules RULES = new VariantRules(items(Dialect.CONTRACT));

    @Test
    void aVariantHasAnAudienceOrAPercentage() {
        assertThat(validate("{'audience_uid': 'u', 'traffic_percentage': null}, {'audience_uid': 'u', 'traffic_percentage': 100}"))
                .containsExactly(new FieldError("/variants/1", "has both audience_uid and traffic_percentage; it may have one of them"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{'traffic_percentage': 100}", "{'traffic_percentage': 40}, {'traffic_percentage': 60}",
            "{'traffic_percentage': 33.3}, {'traffic_percentage': 66.7}", "{'traffic_percentage': '7'}"})
    void percentagesAddUpTo100OrThereAreNone(String variants) {
        assertThat(validate(variants)).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1} are {2}")
    @CsvSource({"50, 40, 90", "99.9, 0, 99.9", "1e2, 1e1, 110"})
    void otherSumsAreFaults(String one, String other, String sum) {
        assertThat(validate("{'traffic_percentage': " + one + "}, {'traffic_percentage': " + other + "}")).containsExactly(
                new FieldError("/variants", "the traffic_percentage of all variants adds up to " + sum + ", not 100"));
    }

    @Test
    void percentagesOfMoreThan100DigitsAreNotAdded() {
        FieldError tooMany = new FieldError("/variants",
                "a traffic_percentage has more than 100 digits, so that they cannot be added up to 100");
        String digits = "1".repeat(100);

        assertThat(List.of(digits + "1", "1e101", "1e-101", "1e2147483647"))
                .allSatisfy(share -> assertThat(validate("{'traffic_percentage': " + share + "}")).containsExactly(tooMany));
        assertThat(List.of(digits, "1e100", "1e-100"))
                .allSatisfy(share -> assertThat(validate("{'traffic_percentage': " + share + "}")).singleElement()
                        .extracting(FieldError::message).asString().startsWith("the traffic_percentage of all variants adds up to "));
    }

    @Test
    void whereVariantsHaveNoPercentageNothingIsAdded() {
        assertThat(new VariantRules(items(Dialect.LIVE)).validate(json("{\"variants\": [{\"trafficDistribution\": 7, \"null\": 7}]}")))
                .isEmpty();
    }

    @Test
    void noTwoVariantsHaveOneName() {
        assertThat(RULES.validateNames(json("""
                {"variants": [{"name": "A"}, {"name": "B"}, {"name": "A"}, {"name": 1}, {"name": 1}, {}, {}, {"name": "A"}]}""")))
                .containsExactly(new FieldError("/variants/2/name", "\"A\" is also the name of /variants/0; rename one of them"),
                        new FieldError("/variants/7/name", "\"A\" is also the name of /variants/0; rename one of them"));
    }

    private static List<FieldError> validate(String variants) {
        return RULES.validate(json("{'variants': [".replace('\'', '"') + variants.replace('\'', '"') + "]}"));
    }

    private static Items items(Dialect dialect) {
        return dialect.shape(Resource.experiences).items().orElseThrow();
    }
}
