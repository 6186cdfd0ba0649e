// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Configures the Personalize component by {@code camel.component.personalize.*}. All options of the component are there, whatever version of it is on
 * the class path. Switched off, as for other components, by {@code camel.component.personalize.enabled}, and with all of them by
 * {@code camel.component.enabled}.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", ComponentProperties.PREFIX})
@EnableConfigurationProperties(ComponentConfigurationProperties.class)
public class PersonalizeComponentAutoConfiguration {

    /** Reads the properties at once, so that a wrong name stops the application, even one whose routes use the component only later. */
    @Bean
    ComponentCustomizer configurePersonalizeComponent(ApplicationContext application, ConfigurableEnvironment environment) {
        return new PersonalizeComponentCustomizer(application, new ComponentProperties(Catalogue.read()).read(environment));
    }
}
