// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallStats;
import org.apache.camel.CamelContext;

/** Publishes statistics of calls as metrics. */
interface Meters {

    /** Publishes nothing. */
    Meters NONE = new Meters() {

        @Override
        public void bindTo(Resource resource, CallStats stats) {}

        @Override
        public void remove() {}
    };

    /** Publishes what is counted for a resource. */
    void bindTo(Resource resource, CallStats stats);

    /** Removes all meters. */
    void remove();

    /** Meters of Micrometer, if it is on the class path and the registry of the context has a meter registry. */
    static Meters of(CamelContext context) {
        boolean isPresent = context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") != null;
        return isPresent ? MicrometerMeters.in(context.getRegistry()) : NONE;
    }
}
