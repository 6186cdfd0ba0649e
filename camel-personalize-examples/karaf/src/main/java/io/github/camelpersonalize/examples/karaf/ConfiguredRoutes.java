// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.util.Dictionary;
import java.util.Map;
import java.util.Properties;

import io.github.camelpersonalize.PersonalizeComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;

/** A CamelContext that starts with a configuration, starts anew with each change of it, and stops when it is taken away. */
final class ConfiguredRoutes implements ManagedService {

    /** {@code personalize.region} is the component's option {@code region}, and so on for all of them. */
    private static final String OPTIONS = "personalize.";

    private final BundleContext bundle;
    private CamelContext camel;

    ConfiguredRoutes(BundleContext bundle) {
        this.bundle = bundle;
    }

    /** @param configuration null when there is none, or no longer one */
    @Override
    public synchronized void updated(Dictionary<String, ?> configuration) throws ConfigurationException {
        stop();
        if (configuration != null) {
            try {
                start(FrameworkUtil.asMap(configuration));
            } catch (ConfigurationException e) {
                stop();
                throw e;
            } catch (Exception e) {
                stop();
                throw new ConfigurationException(RoutesActivator.PID, e.getMessage(), e);
            }
        }
    }

    synchronized void stop() {
        if (camel != null) {
            camel.stop();
            camel = null;
        }
    }

    private void start(Map<String, ?> configuration) throws Exception {
        camel = new OsgiDefaultCamelContext(bundle);
        camel.getCamelContextExtension().setName("personalize-example");
        Properties placeholders = new Properties();
        placeholders.putAll(configuration);
        camel.getPropertiesComponent().setInitialProperties(placeholders);
        bind(camel.getComponent("personalize", PersonalizeComponent.class), Map.copyOf(configuration));
        camel.addRoutes(new AttributesFromFiles());
        camel.start();
    }

    private void bind(PersonalizeComponent component, Map<String, Object> configuration) throws ConfigurationException {
        try {
            PropertyBindingSupport.build().withCamelContext(camel).withTarget(component)
                    .withConfigurer(component.getComponentPropertyConfigurer()).withProperties(configuration).withOptionPrefix(OPTIONS)
                    .withRemoveParameters(false).withMandatory(true).bind();
        } catch (PropertyBindingException e) {
            // Its message has the value, which is a credential where the name of one is mistyped.
            throw new ConfigurationException(OPTIONS + e.getPropertyName(), "the component has no such option, or not with this value");
        }
    }
}
