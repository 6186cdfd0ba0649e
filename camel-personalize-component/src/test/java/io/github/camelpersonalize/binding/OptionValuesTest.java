// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.time.Duration;
import java.util.Map;

import io.github.camelpersonalize.api.OnConflict;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A value that an option cannot have is told in the words of the option. */
class OptionValuesTest {

    private static final Map<String, Class<?>> TYPES = Map.of("onConflict", OnConflict.class, "validate", boolean.class, "maxDeletes",
            Integer.class, "count", int.class, "rate", double.class, "indexTtl", Duration.class, "delay", long.class, "name", String.class);

    private final OptionValues values = new OptionValues(new PropertyConfigurerGetter() {

        @Override
        public Class<?> getOptionType(String name, boolean ignoreCase) {
            return TYPES.get(name);
        }

        @Override
        public Object getOptionValue(Object target, String name, boolean ignoreCase) {
            throw new UnsupportedOperationException();
        }
    });

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            onConflict  | updat      | one of update, skip, fail; it is "updat" (did you mean "update"?)
            on-conflict | nothing    | one of update, skip, fail; it is "nothing"
            validate    | yes        | true or false; it is "yes"
            maxDeletes  | 1.5        | a whole number; it is "1.5"
            maxDeletes  | 2147483648 | a whole number; it is "2147483648"
            count       | ten        | a whole number; it is "ten"
            rate        | fast       | a number; it is "fast"
            indexTtl    | soon       | a time, such as 1500 (milliseconds), 30s or 2m; it is "soon"
            delay       | 5 weeks    | a time, such as 1500 (milliseconds), 30s or 2m; it is "5 weeks"
            """)
    void itIsTold(String option, String value, String rule) {
        assertThat(values.fault(option, value)).contains("the option " + option + " must be " + rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            onConflict  | SKIP
            onConflict  | ' fail '
            validate    | TRUE
            validate    | false
            maxDeletes  | 2147483647
            maxDeletes  | -2147483648
            count       | +5
            rate        | .5
            rate        | 1e3
            indexTtl    | 1500
            indexTtl    | 1h 30m
            indexTtl    | PT5S
            delay       | 30s
            name        | anything
            unknown     | anything
            onConflict  | '#bean:conflict'
            onConflict  | '{{conflict}}'
            """)
    void whatItCanHaveOrWhatIsNotKnownYetIsNoFault(String option, String value) {
        assertThat(values.fault(option, value)).isEmpty();
    }

    @Test
    void anObjectIsNoText() {
        assertThat(values.fault("validate", CamelContext.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "projectUid", "validate"})
    void anEmptyOptionIsNotSet(String option) {
        assertThat(OptionValues.isUnset(option, " ")).isTrue();
        assertThat(OptionValues.isUnset(option, "a")).isFalse();
        assertThat(OptionValues.isUnset(option, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uid", "key", "versionUid", "version-uid", "OWNER"})
    void anEmptyTargetMustNotMeanAnother(String option) {
        assertThat(OptionValues.isUnset(option, "")).isFalse();
    }

    @Test
    void aVariableThatIsProbablyMeantForAnOptionIsTold() {
        OptionVariable variables = new OptionVariable(Map.of("CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID", "p1",
                "CAMEL_COMPONENT_PERSONALIZE_REGION", " ", "PROJECT_UID", "p2"));

        assertThat(variables.advice("projectUid")).isEqualTo("; the variable CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID is set, but does not"
                + " set the option here: refer to it, as in"
                + " camel.component.personalize.project-uid={{env:CAMEL_COMPONENT_PERSONALIZE_PROJECT_UID}}");
        assertThat(variables.advice("region")).isEmpty();
        assertThat(variables.advice("authtoken")).isEmpty();
    }
}
