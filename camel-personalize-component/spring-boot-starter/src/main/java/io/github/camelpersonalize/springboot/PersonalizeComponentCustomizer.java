// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot;

import java.util.Map;

import io.github.camelpersonalize.PersonalizeComponent;
import org.apache.camel.Component;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.context.ApplicationContext;

/** Sets the options that are set in the environment, on each Personalize component that Camel makes or finds. */
final class PersonalizeComponentCustomizer implements ComponentCustomizer {

    private final ApplicationContext application;
    private final Map<Option, Map<String, String>> properties;

    PersonalizeComponentCustomizer(ApplicationContext application, Map<Option, Map<String, String>> properties) {
        this.application = application;
        this.properties = properties;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof PersonalizeComponent && HierarchicalPropertiesEvaluator.evaluate(application, "camel.component.customizer",
                ComponentProperties.PREFIX + ".customizer");
    }

    @Override
    public void configure(String name, Component target) {
        // Before that it does not know its configurer.
        ServiceHelper.initService(target);
        properties.forEach((option, values) -> values.forEach((property, value) -> set(target, option, property, value)));
    }

    private static void set(Component target, Option option, String property, String value) {
        try {
            PropertyBindingSupport.build().withCamelContext(target.getCamelContext()).withTarget(target)
                    .withConfigurer(target.getComponentPropertyConfigurer()).withIgnoreCase(true).withMandatory(true)
                    .withProperty(property, value).bind();
        } catch (RuntimeCamelException | IllegalArgumentException e) {
            throw new PropertyException(
                    "The value of " + ComponentProperties.PREFIX + "." + option.dashed() + (property.equals(option.name())
                            ? ""
                            : " (" + property + ")") + " cannot be used.",
                    remedy(option), option.isSecret() ? null : e);
        }
    }

    private static String remedy(Option option) {
        return option.isObject()
                ? "It takes #bean: and the name of a " + option.entry().path("javaType").asText() + ", or properties of one."
                : "It takes " + option.form() + ".";
    }
}
