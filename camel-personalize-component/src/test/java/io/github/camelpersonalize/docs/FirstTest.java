// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

// tag::test[]
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.PersonalizeEmulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith(PersonalizeEmulatorExtension.class)
class FirstTest {

    @Test
    void aDefinitionArrives(PersonalizeEmulator emulator) throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            PersonalizeComponent personalize = camel.getComponent("personalize", PersonalizeComponent.class);
            personalize.getConfiguration().setBaseUrl(emulator.baseUrl());
            personalize.getConfiguration().setAuthtoken(emulator.authtoken());
            personalize.getConfiguration().setProjectUid("demo");
            camel.start();

            camel.createProducerTemplate().sendBody("personalize:attributes?operation=upsert",
                    "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}");
        }
        assertEquals("Age", emulator.project("demo").attribute("age").path("name").asText());
    }
}
// end::test[]
