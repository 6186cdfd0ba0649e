// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.jspecify.annotations.Nullable;

/**
 * The uids and the key that {@code toD} has computed for one exchange: what the URI says, although the endpoint does not have them. The exchange carries them
 * in a property with a value of a type of its own, so that no message can forge them, and until the producer takes them.
 *
 * @param uid or {@code null}
 * @param key or {@code null}
 * @param versionUid or {@code null}
 */
public record ComputedTarget(@Nullable String uid, @Nullable String key, @Nullable String versionUid) {

    static final ComputedTarget NONE = new ComputedTarget(null, null, null);
    private static final String PROPERTY = "CamelPersonalizeComputedTarget";

    /** On its way to an endpoint: an interceptor may send the exchange to another one first. */
    private record Handed(ComputedTarget target, Object endpoint) {

        /** Tracers show the properties of an exchange. */
        @Override
        public String toString() {
            return "what toD has computed";
        }
    }

    /** Hands it to the producer of the endpoint that the exchange is sent to. */
    public void hand(Exchange exchange) {
        exchange.setProperty(PROPERTY, new Handed(this, exchange.getProperty(ExchangePropertyKey.TO_ENDPOINT)));
    }

    /** Takes what was handed to the endpoint, so that the next one does not find it. */
    public static ComputedTarget take(Exchange exchange, String endpoint) {
        if (exchange.getProperty(PROPERTY) instanceof Handed handed && endpoint.equals(handed.endpoint())) {
            clear(exchange);
            return handed.target();
        }
        return NONE;
    }

    /** What nobody has taken is not for the next endpoint. */
    public static void clear(Exchange exchange) {
        exchange.removeProperty(PROPERTY);
    }
}
