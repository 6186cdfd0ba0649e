// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import java.net.URI;
import java.util.Map;

import jakarta.inject.Inject;

import io.github.camelpersonalize.PersonalizeComponent;
import io.quarkus.test.QuarkusUnitTest;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

/** The emulator speaks the dialect of the application, and has its project. */
class LiveDevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset("""
                    camel.component.personalize.dialect=live
                    camel.component.personalize.projectUid=ours
                    """), "application.properties"));

    @Inject
    ProducerTemplate template;

    @Inject
    CamelContext context;

    @Test
    void an_attribute_of_the_live_service_has_no_type() throws Exception {
        Map<?, ?> created = template.requestBody("personalize:attributes?operation=create", Map.of("key", "age", "name", "Age"), Map.class);

        assertThat(created.get("key")).isEqualTo("age");
        assertThat(contentOf(URI.create(service()).resolve("/emulator/projects/ours").toURL(), UTF_8))
                .contains(String.valueOf(created.get("uid")));
    }

    private String service() {
        return context.getComponent("personalize", PersonalizeComponent.class).getConfiguration().getBaseUrl();
    }
}
