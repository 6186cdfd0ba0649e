// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot.test;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What the application is configured with for the service, where there is an emulator in its place. */
@SpringBootTest(classes = AttributesApplication.class, properties = {"camel.component.personalize.project-uid=66f0aa11bb22cc33dd44ee55",
        "camel.component.personalize.region=aws-eu", "camel.component.personalize.dialect=live",
        "camel.component.personalize.client-id=connector", "camel.component.personalize.client-secret=secret"})
@WithPersonalizeEmulator
class EmulatorOfAnApplicationTest {

    @Autowired
    PersonalizeEmulator emulator;
    @Autowired
    ProducerTemplate template;

    @Test
    void itsProjectAndDialectCountAndItsAddressAndCredentialDoNot() {
        template.sendBody("direct:attributes", "{\"key\": \"age\", \"name\": \"Age\"}");

        assertThat(emulator.project("66f0aa11bb22cc33dd44ee55").attribute("age").path("name").asText()).isEqualTo("Age");
    }
}
