// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.UnitOfWork;

/** The routes that wait for the end of an exchange: the one that sends, those that handed it over, and the one in which it began. */
final class PassedRoutes {

    private PassedRoutes() {}

    /** Their ids, of an exchange that this thread processes. */
    static Set<String> of(Exchange exchange) {
        Set<String> ids = new HashSet<>();
        if (exchange.getFromRouteId() != null) {
            ids.add(exchange.getFromRouteId());
        }
        if (exchange.getUnitOfWork() != null) {
            stack(exchange.getUnitOfWork()).forEach(route -> ids.add(route.getRouteId()));
        }
        return ids;
    }

    /** Camel shows only the uppermost route, so that all are taken from the stack, and put back. */
    private static Deque<Route> stack(UnitOfWork unit) {
        Deque<Route> routes = new ArrayDeque<>();
        for (Route route = unit.popRoute(); route != null; route = unit.popRoute()) {
            routes.push(route);
        }
        routes.forEach(unit::pushRoute);
        return routes;
    }
}
