// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import java.net.URI;

import jakarta.inject.Inject;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.model.Attribute;
import io.quarkus.test.QuarkusUnitTest;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

/** An application without any configuration is tested against the emulator, which starts by itself. */
class DevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication();

    @Inject
    ProducerTemplate template;

    @Inject
    CamelContext context;

    @Test
    void an_application_without_configuration_sends_to_the_emulator() throws Exception {
        Attribute created = template.requestBody("personalize:attributes?operation=create", Attribute.of("age", "Age", "number"),
                Attribute.class);

        assertThat(contentOf(URI.create(service()).resolve("/emulator/projects/dev").toURL(), UTF_8)).contains(created.uid());
    }

    private String service() {
        return context.getComponent("personalize", PersonalizeComponent.class).getConfiguration().getBaseUrl();
    }
}
