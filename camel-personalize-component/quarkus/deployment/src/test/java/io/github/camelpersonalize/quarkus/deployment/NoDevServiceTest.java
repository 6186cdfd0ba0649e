// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import io.quarkus.test.QuarkusUnitTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An application that names a region or a credential, in whatever spelling, knows which service it wants. */
class NoDevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset("""
                    camel.component.personalize.accessToken=ours
                    camel.component.personalize.projectUid=ours
                    camel.component.personalize.region=aws-eu
                    """), "application.properties"));

    @Test
    void the_emulator_does_not_get_in_its_way() {
        assertThat(ConfigProvider.getConfig().getOptionalValue("camel.component.personalize.base-url", String.class)).isEmpty();
        assertThat(ConfigProvider.getConfig().getOptionalValue("camel.component.personalize.authtoken", String.class)).isEmpty();
    }
}
