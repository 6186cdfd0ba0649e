// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** The emulator as a bean, and the properties with which the component finds it. No other configuration names it, so that it starts where it is asked for. */
@AutoConfiguration
class EmulatorAutoConfiguration {

    static final String PROJECT = "test";

    private static final Logger LOG = LoggerFactory.getLogger(EmulatorAutoConfiguration.class);
    private static final String PREFIX = "camel.component.personalize.";
    private static final List<String> OTHER_CREDENTIALS = List.of("access-token", "client-id", "client-secret", "refresh-token",
            "oauth-profile", "credentials");

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    PersonalizeEmulator personalizeEmulator(Environment environment) {
        Personality personality = "live".equals(environment.getProperty(PREFIX + "dialect")) ? Personality.LIVE : Personality.CONTRACT;
        return PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0).personality(personality));
    }

    /** Before any other bean is made, so that the component is configured with them. */
    @Bean
    static BeanFactoryInitializer<ListableBeanFactory> personalizeEmulatorProperties(ConfigurableEnvironment environment) {
        return beans -> {
            PersonalizeEmulator emulator = beans.getBean(PersonalizeEmulator.class);
            environment.getPropertySources().addFirst(new MapPropertySource("personalize-emulator", properties(emulator, environment)));
            LOG.info("The emulator of Personalize is at {}: open it in a browser to see what arrives", emulator.baseUrl());
        };
    }

    private static Map<String, Object> properties(PersonalizeEmulator emulator, Environment environment) {
        Map<String, Object> properties = new HashMap<>();
        OTHER_CREDENTIALS.forEach(option -> properties.put(PREFIX + option, ""));
        properties.put(PREFIX + "base-url", emulator.baseUrl());
        properties.put(PREFIX + "authtoken", emulator.authtoken());
        if (!environment.containsProperty(PREFIX + "project-uid")) {
            properties.put(PREFIX + "project-uid", PROJECT);
        }
        return properties;
    }
}
