// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.rate.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaceOptionsTest {

    private final PersonalizeConfiguration options = new PersonalizeConfiguration();

    private Pace pace() {
        return new PaceOptions(options, new OptionErrors("events")).pace();
    }

    @Test
    void requestsBeginWithAQuarterOfTheMost() {
        options.setRequestsPerSecond(8);

        assertThat(pace()).isEqualTo(new Pace(8, 2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 3, 8})
    void orWithAnyOtherRateUpToTheMost(double start) {
        options.setRequestsPerSecond(8);
        options.setInitialRequestsPerSecond(start);

        assertThat(pace()).isEqualTo(new Pace(8, start));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void theMostMustBeMoreThanNothing(double most) {
        options.setRequestsPerSecond(most);

        assertThatThrownBy(this::pace).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:events: the option requestsPerSecond must be more than 0; it is " + most);
    }

    @ParameterizedTest
    @CsvSource({"0.0", "-1.0", "8.5", "NaN", "Infinity"})
    void theFirstRateIsNotAboveTheMost(double start) {
        options.setRequestsPerSecond(8);
        options.setInitialRequestsPerSecond(start);

        assertThatThrownBy(this::pace).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("personalize:events: the option initialRequestsPerSecond must be more than 0,"
                        + " and not more than requestsPerSecond (8.0), but is " + start);
    }
}
