// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus.deployment;

import java.net.URI;

import jakarta.inject.Inject;

import io.github.camelpersonalize.model.Attribute;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.WithTestResource;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

@WithTestResource(Emulator.class)
class PersonalizeExtensionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("camel.component.personalize.project-uid", "p1")
            .setLogRecordPredicate(log -> log.getMessage().startsWith("Installed features"))
            .assertLogRecords(log -> assertThat(log).singleElement()
                    .satisfies(record -> assertThat(((ExtLogRecord) record).getFormattedMessage()).contains("camel-personalize")));

    @Inject
    ProducerTemplate template;

    @ConfigProperty(name = "camel.component.personalize.base-url")
    URI service;

    @Test
    void sends_what_a_route_sends_with_the_applications_configuration() throws Exception {
        Attribute created = template.requestBody("personalize:attributes?operation=create", Attribute.of("age", "Age", "number"),
                Attribute.class);

        assertThat(created.key()).isEqualTo("age");
        assertThat(contentOf(service.resolve("/emulator/projects/p1").toURL(), UTF_8)).contains(created.uid());
    }
}
