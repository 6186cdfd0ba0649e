// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot.test;

import java.util.stream.Stream;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The emulator as a bean, and the properties with which the component finds it. No other configuration names it, so that it starts in tests that ask for it. */
@AutoConfiguration
class EmulatorAutoConfiguration {

    static final String PROJECT = "test";

    private static final String PREFIX = "camel.component.personalize.";

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    PersonalizeEmulator personalizeEmulator(Environment environment) {
        Personality personality = "live".equals(environment.getProperty(PREFIX + "dialect")) ? Personality.LIVE : Personality.CONTRACT;
        return PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0).personality(personality));
    }

    @Bean
    DynamicPropertyRegistrar personalizeEmulatorProperties(PersonalizeEmulator emulator, Environment environment) {
        return properties -> {
            properties.add(PREFIX + "base-url", emulator::baseUrl);
            properties.add(PREFIX + "authtoken", emulator::authtoken);
            Stream.of("access-token", "client-id", "client-secret", "refresh-token", "oauth-profile", "credentials")
                    .forEach(option -> properties.add(PREFIX + option, () -> ""));
            if (!environment.containsProperty(PREFIX + "project-uid")) {
                properties.add(PREFIX + "project-uid", () -> PROJECT);
            }
        };
    }
}
