// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.cdp.InferenceRules;
import io.github.camelpersonalize.cdp.KeyStyle;
import io.github.camelpersonalize.cdp.NameFilter;
import io.github.camelpersonalize.cdp.SegmentRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The options of a stream of customer data, as the rules by which definitions are inferred. */
class SegmentOptionsTest {

    private final SegmentOptions options = new SegmentOptions();

    private void assertRules(SegmentRules rules) {
        assertThat(options.rules()).usingRecursiveComparison().withEqualsForType((one, other) -> one.toString().equals(other.toString()),
                Pattern.class).isEqualTo(rules);
    }

    @Test
    void mostNamesBecomeDefinitionsUnlessOptionsSayOtherwise() {
        assertRules(new SegmentRules(Dialect.CONTRACT,
                new InferenceRules(KeyStyle.as_is, new NameFilter("*", "anonymousId,userId"), 100, "maxAttributes"),
                new InferenceRules(KeyStyle.snake_case, new NameFilter("*", ""), 100, "maxEvents"), false, false));
    }

    @Test
    void eachOptionReachesItsPlace() {
        setAll();

        assertRules(new SegmentRules(Dialect.LIVE,
                new InferenceRules(KeyStyle.snake_case, new NameFilter("a*", "ab*"), 7, "maxAttributes"),
                new InferenceRules(KeyStyle.as_is, new NameFilter("Order *", "Order Test"), 10_000, "maxEvents"), true, true));
    }

    /** Tools that show beans read what they have set. */
    @Test
    void eachOptionTellsWhatItIs() {
        setAll();

        assertThat(List.of(options.getDialect(), options.getAttributeKeys(), options.getEventKeys(), options.getIncludeTraits(),
                options.getExcludeTraits(), options.getIncludeEvents(), options.getExcludeEvents(), options.getMaxAttributes(),
                options.getMaxEvents())).containsExactly("live", KeyStyle.snake_case, KeyStyle.as_is, "a*", "ab*", "Order *", "Order Test",
                        7, 10_000);
        assertThat(List.of(options.isFlattenTraits(), options.isPageEvents())).containsOnly(true);
        assertThat(List.of(new SegmentOptions().isFlattenTraits(), new SegmentOptions().isPageEvents())).containsOnly(false);
    }

    private void setAll() {
        options.setDialect("live");
        options.setAttributeKeys(KeyStyle.snake_case);
        options.setEventKeys(KeyStyle.as_is);
        options.setIncludeTraits("a*");
        options.setExcludeTraits("ab*");
        options.setIncludeEvents("Order *");
        options.setExcludeEvents("Order Test");
        options.setFlattenTraits(true);
        options.setPageEvents(true);
        options.setMaxAttributes(7);
        options.setMaxEvents(10_000);
    }

    private static Arguments fault(Consumer<SegmentOptions> mistake, String message) {
        return arguments(message, mistake);
    }

    static Stream<Arguments> faults() {
        return Stream.of(fault(it -> it.setDialect("klingon"), "dialect must be contract or live"),
                fault(it -> it.setDialect(null), "dialect must be contract or live"),
                fault(it -> it.setAttributeKeys(null), "attributeKeys must be as_is or snake_case"),
                fault(it -> it.setEventKeys(null), "eventKeys must be as_is or snake_case"),
                fault(it -> it.setMaxAttributes(-1), "maxAttributes must be from 0 to 10000, but is -1"),
                fault(it -> it.setMaxAttributes(10_001), "maxAttributes must be from 0 to 10000, but is 10001"),
                fault(it -> it.setMaxEvents(10_001), "maxEvents must be from 0 to 10000, but is 10001"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aWrongOptionIsRefusedByItsName(String message, Consumer<SegmentOptions> mistake) {
        mistake.accept(options);

        assertThatThrownBy(options::rules).isInstanceOf(IllegalArgumentException.class).hasMessage("SegmentOptions: " + message);
    }

    @Test
    void aLimitMayBeNone() {
        options.setMaxAttributes(0);
        options.setMaxEvents(0);

        assertThat(List.of(options.rules().attributes().maxDefinitions(), options.rules().events().maxDefinitions())).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "CONTRACT", "Live"})
    void theDialectIsNamedInAnyCase(String dialect) {
        options.setDialect(dialect);

        assertThat(options.rules().dialect().name()).isEqualToIgnoringCase(dialect);
    }
}
