// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.text.Nearest;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** A project in the service, through the component. */
final class Project implements AutoCloseable {

    /** The name of the ledger among the beans. */
    static final String LEDGER = "ledger";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;

    private Project(Map<String, String> service) throws Exception {
        // Where this is a plugin of another program, the threads of that do not see the component.
        camel.setApplicationContextClassLoader(PersonalizeComponent.class.getClassLoader());
        PersonalizeComponent component = camel.getComponent("personalize", PersonalizeComponent.class);
        service.forEach((name, value) -> set(component, name, value));
        camel.start();
        template = camel.createProducerTemplate();
    }

    /**
     * The project of a service.
     *
     * @param service options of the component by their names
     * @throws IllegalArgumentException when an option does not exist or its value is wrong
     */
    static Project of(Map<String, String> service) throws Exception {
        return new Project(service);
    }

    /** With a folder in which apply notes what it has created. */
    Project ledger(String folder) {
        camel.getRegistry().bind(LEDGER, new AtomicFileStateRepository(folder));
        return this;
    }

    /** Tells how far long operations are. */
    Project report(Progress progress) {
        camel.getManagementStrategy().addEventNotifier(progress);
        return this;
    }

    /**
     * Carries out an operation on the project.
     *
     * @param options options of the endpoint by their names
     */
    <T> T request(String operation, Map<String, Object> options, Object body, Class<T> type) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(options);
        all.put("resource", "project");
        all.put("operation", operation);
        EndpointUriFactory uris = camel.getCamelContextExtension().getEndpointUriFactory("personalize");
        Exchange exchange = template.send(uris.buildUri("personalize", all), sent -> sent.getMessage().setBody(body));
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody(type);
    }

    /** Sends messages to any endpoint of the component. */
    ProducerTemplate template() {
        return template;
    }

    @Override
    public void close() {
        camel.stop();
    }

    private void set(PersonalizeComponent component, String name, String value) {
        PropertyConfigurer options = component.getComponentPropertyConfigurer();
        if (((PropertyConfigurerGetter) options).getOptionType(name, false) == null) {
            throw new IllegalArgumentException("The component has no option " + name + question(name) + ". Remove the variable "
                    + ServiceOptions.variable(name) + ", or correct its name.");
        }
        options.configure(camel, component, name, value, false);
    }

    private String question(String name) {
        return Nearest.question(name, camel.getCamelContextExtension().getEndpointUriFactory("personalize").propertyNames());
    }
}
