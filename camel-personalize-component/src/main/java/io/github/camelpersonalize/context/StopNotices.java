// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.Collection;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Learns from Camel that a context or a route begins to stop. Camel stops producers only after their exchanges have ended, or after its timeout. It
 * tells the services of a route before it waits, so that each route gets a service for that.
 */
final class StopNotices extends LifecycleStrategySupport {

    private final RunningWork work;

    private StopNotices(RunningWork work) {
        this.work = work;
    }

    /** The notices of the context, which keeps them when it stops, and starts again. */
    static StopNotices of(CamelContext context) {
        synchronized (context) {
            return context.getLifecycleStrategies().stream().filter(StopNotices.class::isInstance).map(StopNotices.class::cast).findFirst()
                    .orElseGet(() -> addTo(context));
        }
    }

    private static StopNotices addTo(CamelContext context) {
        StopNotices notices = new StopNotices(new RunningWork(context));
        context.addLifecycleStrategy(notices);
        notices.onRoutesAdd(context.getRoutes());
        return notices;
    }

    RunningWork work() {
        return work;
    }

    @Override
    public void onContextStarting(CamelContext context) {
        work.start(context);
    }

    @Override
    public void onContextStopping(CamelContext context) {
        work.stop(context);
    }

    /** A route is about to start, or to start again: its services are new. */
    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        routes.forEach(route -> route.addService(new RouteStop(route.getRouteId())));
    }

    /** The consumer of a route starts: of a route that starts, or of one that Camel has given up to stop. */
    @Override
    public void onServiceAdd(CamelContext context, Service service, @Nullable Route route) {
        if (service instanceof Consumer && route != null) {
            work.start(route.getRouteId());
        }
    }

    /** A route that is removed does not start again. */
    @Override
    public void onRoutesRemove(Collection<Route> routes) {
        routes.forEach(route -> work.start(route.getRouteId()));
    }

    /**
     * A service of a route, which Camel tells that the route begins to stop. The work of a route that is only suspended goes on, as long
     * as Camel waits for it.
     */
    private final class RouteStop extends ServiceSupport implements ShutdownPrepared {

        private final String routeId;

        RouteStop(String routeId) {
            this.routeId = routeId;
        }

        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            if (!suspendOnly) {
                work.stop(routeId);
            }
        }
    }
}
