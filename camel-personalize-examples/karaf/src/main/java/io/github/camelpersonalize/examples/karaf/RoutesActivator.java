// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.util.Map;

import org.apache.camel.spi.ComponentResolver;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;
import org.osgi.util.tracker.ServiceTracker;

/** Called by Karaf when the bundle starts and stops. In between, the routes run while there are a configuration and the component. */
public final class RoutesActivator implements BundleActivator {

    /** The configuration is {@code etc/io.github.camelpersonalize.example.cfg}. */
    private static final String PID = "io.github.camelpersonalize.example";

    /** What camel-karaf offers for each bundle with a component. */
    private static final String COMPONENT = "(&(objectClass=org.apache.camel.spi.ComponentResolver)(component=personalize))";

    private ConfiguredRoutes routes;
    private ServiceRegistration<ManagedService> configuration;
    private ServiceTracker<ComponentResolver, ServiceReference<ComponentResolver>> component;

    @Override
    public void start(BundleContext bundle) throws InvalidSyntaxException {
        routes = new ConfiguredRoutes(bundle);
        component = tracker(bundle, FrameworkUtil.createFilter(COMPONENT));
        component.open();
        configuration = bundle.registerService(ManagedService.class, routes,
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_PID, PID)));
    }

    @Override
    public void stop(BundleContext bundle) {
        configuration.unregister();
        component.close();
        routes.stop();
    }

    private ServiceTracker<ComponentResolver, ServiceReference<ComponentResolver>> tracker(BundleContext bundle, Filter filter) {
        return new ServiceTracker<>(bundle, filter, null) {
            @Override
            public ServiceReference<ComponentResolver> addingService(ServiceReference<ComponentResolver> resolver) {
                routes.component(true);
                return resolver;
            }

            @Override
            public void removedService(ServiceReference<ComponentResolver> resolver, ServiceReference<ComponentResolver> same) {
                routes.component(false);
            }
        };
    }
}
