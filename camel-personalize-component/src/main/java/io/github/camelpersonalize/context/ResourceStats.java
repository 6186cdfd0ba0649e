// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.EnumMap;
import java.util.Map;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallStats;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The statistics of one CamelContext by resource, for meters: their number is fixed, however many endpoints are created.
 */
final class ResourceStats extends ServiceSupport {

    private final CamelContext context;
    private final Map<Resource, CallStats> stats = new EnumMap<>(Resource.class);
    private Meters meters = Meters.NONE;

    private ResourceStats(CamelContext context) {
        this.context = context;
    }

    /** The statistics of the context; all components share them. */
    static ResourceStats of(CamelContext context) {
        return ContextServices.of(context, ResourceStats.class, () -> new ResourceStats(context));
    }

    /** What is counted for a resource, and published as meters if there is a meter registry. */
    synchronized CallStats of(Resource resource) {
        if (meters == Meters.NONE) {
            meters = Meters.of(context);
            stats.forEach(meters::bindTo);
        }
        return stats.computeIfAbsent(resource, first -> {
            CallStats counted = CallStats.whole();
            meters.bindTo(first, counted);
            return counted;
        });
    }

    @Override
    protected synchronized void doStop() {
        meters.remove();
        meters = Meters.NONE;
    }
}
