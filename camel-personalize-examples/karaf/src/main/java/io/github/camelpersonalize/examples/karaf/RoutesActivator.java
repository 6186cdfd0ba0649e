// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.util.Map;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;

/** Called by Karaf when the bundle starts and stops. In between, the configuration says whether and how the routes run. */
public final class RoutesActivator implements BundleActivator {

    /** The configuration is {@code etc/io.github.camelpersonalize.example.cfg}. */
    static final String PID = "io.github.camelpersonalize.example";

    private ConfiguredRoutes routes;
    private ServiceRegistration<ManagedService> registration;

    @Override
    public void start(BundleContext bundle) {
        routes = new ConfiguredRoutes(bundle);
        registration = bundle.registerService(ManagedService.class, routes, FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_PID, PID)));
    }

    @Override
    public void stop(BundleContext bundle) {
        registration.unregister();
        routes.stop();
    }
}
