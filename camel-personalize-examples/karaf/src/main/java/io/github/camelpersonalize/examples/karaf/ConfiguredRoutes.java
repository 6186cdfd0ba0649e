// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.util.Dictionary;
import java.util.Map;
import java.util.Properties;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A CamelContext that runs while there are a configuration and the component, and starts anew when one of them changes. */
final class ConfiguredRoutes implements ManagedService {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredRoutes.class);

    /** {@code personalize.region} is the component's option {@code region}, and so on for all of them. */
    private static final String OPTIONS = "personalize.";

    private final BundleContext bundle;
    private Map<String, ?> configuration;
    private boolean component;
    private CamelContext camel;

    ConfiguredRoutes(BundleContext bundle) {
        this.bundle = bundle;
    }

    /** @param now null when there is no configuration, or no longer one */
    @Override
    public synchronized void updated(Dictionary<String, ?> now) {
        configuration = now == null ? null : FrameworkUtil.asMap(now);
        restart();
    }

    /** An update of the component's bundle takes the component away and brings a new one. */
    synchronized void component(boolean there) {
        component = there;
        restart();
    }

    synchronized void stop() {
        if (camel != null) {
            camel.stop();
            camel = null;
        }
    }

    private void restart() {
        stop();
        if (configuration != null && component) {
            try {
                start();
            } catch (Exception e) {
                LOG.error("The routes do not run", e);
                stop();
            }
        }
    }

    private void start() throws Exception {
        camel = new OsgiDefaultCamelContext(bundle);
        camel.getCamelContextExtension().setName("personalize-example");
        Properties placeholders = new Properties();
        placeholders.putAll(configuration);
        camel.getPropertiesComponent().setInitialProperties(placeholders);
        Component personalize = camel.getComponent("personalize");
        PropertyBindingSupport.build().withCamelContext(camel).withTarget(personalize)
                .withConfigurer(personalize.getComponentPropertyConfigurer()).withProperties(Map.copyOf(configuration))
                .withOptionPrefix(OPTIONS).withRemoveParameters(false).withMandatory(true).bind();
        camel.addRoutes(new AttributesFromFiles());
        camel.start();
    }
}
