// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.springboot;

import java.net.http.HttpResponse;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** With what the application is configured with for production, and no credential. */
@ExtendWith(OutputCaptureExtension.class)
class DevelopmentApplicationTest {

    @Test
    void inDevelopmentTheEmulatorTakesThePlaceOfTheServiceAndIsNamedInTheLog(CapturedOutput log) throws Exception {
        try (ConfigurableApplicationContext application = SpringApplication.from(PersonalizeApplication::main)
                .with(DevelopmentApplication.class).run("--server.port=0", "--spring.main.banner-mode=off").getApplicationContext()) {
            PersonalizeEmulator emulator = application.getBean(PersonalizeEmulator.class);
            Sender sender = new Sender(application.getEnvironment().getProperty("local.server.port", Integer.class, 0));

            HttpResponse<String> answer = sender.post("/events", "{\"key\": \"purchase\", \"name\": \"Purchase\"}");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(emulator.project("test").events()).hasSize(1);
            assertThat(log.getOut()).contains("The emulator of Personalize is at " + emulator.baseUrl());
        }
    }
}
