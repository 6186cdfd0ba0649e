// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import io.github.camelpersonalize.PersonalizeComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tests of the component that run beside this one try what they are meant to try. */
class TestedVersionsTest {

    @Test
    void theComponentIsTheJarThatTheBuildMade() {
        assertThat(PersonalizeComponent.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .endsWith("/camel-personalize-component/target/camel-personalize-1.0.0-SNAPSHOT.jar");
    }

    @Test
    void camelIsOfTheVersionThatWasAskedFor() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            assertThat(context.getVersion()).isEqualTo(System.getProperty("tested.camel"));
        }
    }
}
