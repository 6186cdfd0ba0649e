// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.main;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PropertiesTest {

    @Test
    void aPropertyThatIsNoOptionStopsCamel() {
        Main camel = PersonalizeMain.camel();
        camel.addOverrideProperty("camel.component.personalize.colour", "red");

        assertThatThrownBy(camel::start)
                .hasStackTraceContaining("the component personalize: there is no option colour; the options are accessToken, ");
    }
}
