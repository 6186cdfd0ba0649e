// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.ArrayList;
import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.UnitOfWork;

/** The routes that wait for the end of an exchange: the one that sends, those that handed it over, and the one in which it began. */
final class PassedRoutes {

    private PassedRoutes() {}

    /** Their ids, of an exchange that this thread processes. */
    static List<String> of(Exchange exchange) {
        String first = exchange.getFromRouteId();
        UnitOfWork unit = exchange.getUnitOfWork();
        if (first != null && (unit == null || unit.routeStackLevel() == 1 && first.equals(unit.getRoute().getRouteId()))) {
            return List.of(first);
        }
        List<String> ids = new ArrayList<>();
        if (first != null) {
            ids.add(first);
        }
        if (unit != null) {
            stack(unit).forEach(route -> add(ids, route.getRouteId()));
        }
        return ids;
    }

    private static void add(List<String> ids, String id) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    /** Camel shows only the uppermost route, so that all are taken from the stack, and put back. */
    private static List<Route> stack(UnitOfWork unit) {
        if (unit.routeStackLevel() == 1) {
            return List.of(unit.getRoute());
        }
        List<Route> routes = new ArrayList<>();
        for (Route route = unit.popRoute(); route != null; route = unit.popRoute()) {
            routes.add(route);
        }
        for (int i = routes.size() - 1; i >= 0; i--) {
            unit.pushRoute(routes.get(i));
        }
        return routes;
    }
}
