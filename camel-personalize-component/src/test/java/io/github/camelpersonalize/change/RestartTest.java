// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A component that is stopped and started, as one that a Spring or CDI container keeps. */
class RestartTest {

    @Test
    void aComponentThatWasStoppedWaitsAndTriesAgainWhenItIsStarted() throws Exception {
        try (PersonalizeEmulator emulator = PersonalizeEmulator.start(); CamelContext context = new DefaultCamelContext()) {
            PersonalizeComponent component = context.getComponent("personalize", PersonalizeComponent.class);
            PersonalizeConfiguration options = component.getConfiguration();
            options.setBaseUrl(emulator.baseUrl());
            options.setProjectUid("p1");
            options.setAuthtoken(emulator.authtoken());
            context.start();
            component.stop();
            component.start();
            emulator.script(Script.on("GET", "/events").then(Step.status(503)));

            context.createProducerTemplate().requestBody("personalize:events?operation=list&maxRetries=1", (Object) null);

            assertThat(emulator.requestCount()).isEqualTo(2);
        }
    }
}
