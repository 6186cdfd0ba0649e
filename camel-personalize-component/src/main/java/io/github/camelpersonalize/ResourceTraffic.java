// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.EnumMap;
import java.util.Map;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.Traffic;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The traffic of one CamelContext by resource, which is what meters show: as many as there are resources, however many endpoints come and go.
 */
final class ResourceTraffic extends ServiceSupport {

    private final CamelContext context;
    private final Map<Resource, Traffic> traffic = new EnumMap<>(Resource.class);
    private Meters meters = Meters.NONE;

    private ResourceTraffic(CamelContext context) {
        this.context = context;
    }

    /** That of the context; all components share it. */
    static ResourceTraffic of(CamelContext context) {
        return Shared.of(context, ResourceTraffic.class, () -> new ResourceTraffic(context));
    }

    /** What is counted for a resource, and shown by meters where there is a registry of them. */
    synchronized Traffic of(Resource resource) {
        if (meters == Meters.NONE) {
            meters = Meters.of(context);
            traffic.forEach(meters::show);
        }
        return traffic.computeIfAbsent(resource, first -> {
            Traffic counted = Traffic.whole();
            meters.show(first, counted);
            return counted;
        });
    }

    @Override
    protected synchronized void doStop() {
        meters.remove();
        meters = Meters.NONE;
    }
}
