// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallStats;
import org.apache.camel.CamelContext;

/** Shows traffic to whoever collects metrics. */
interface Meters {

    /** Nobody does. */
    Meters NONE = new Meters() {

        @Override
        public void bindTo(Resource resource, CallStats stats) {}

        @Override
        public void remove() {}
    };

    /** Shows what was counted for a resource. */
    void bindTo(Resource resource, CallStats stats);

    /** Takes back all that is shown. */
    void remove();

    /** Micrometer's, where it is on the class path and there is a registry of meters in the context's registry. */
    static Meters of(CamelContext context) {
        boolean isPresent = context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") != null;
        return isPresent ? MicrometerMeters.in(context.getRegistry()) : NONE;
    }
}
