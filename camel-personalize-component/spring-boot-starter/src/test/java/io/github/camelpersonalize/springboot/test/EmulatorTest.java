// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot.test;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

// tag::test[]
@SpringBootTest
@WithPersonalizeEmulator
class EmulatorTest {

    @Autowired
    PersonalizeEmulator emulator;
    @Autowired
    ProducerTemplate template;

    @Test
    void aDefinitionArrives() {
        template.sendBody("direct:attributes", "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}");

        assertThat(emulator.project("test").attribute("age").path("name").asText()).isEqualTo("Age");
    }
}
// end::test[]
