// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.quarkus;

import jakarta.inject.Inject;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.model.Attribute;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Emulator.class)
class PlainJarTest {

    @Inject
    ProducerTemplate template;

    PersonalizeEmulator service;

    @Test
    void the_jar_needs_no_extension_on_a_JVM() {
        Attribute created = template.requestBody("personalize:attributes?operation=create", Attribute.of("age", "Age", "number"),
                Attribute.class);

        assertThat(service.requests()).extracting(RecordedRequest::toString).containsExactly("POST /attributes 201");
        assertThat(service.project("p1").attribute("age").get("uid").textValue()).isEqualTo(created.uid());
    }
}
