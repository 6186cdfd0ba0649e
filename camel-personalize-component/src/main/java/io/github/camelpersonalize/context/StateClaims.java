// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Which consumer of a CamelContext uses which state: two consumers that share one would take changes from each other. */
public final class StateClaims extends ServiceSupport {

    private final Map<Claim, Holder> claims = new HashMap<>();

    private StateClaims() {}

    /** The claims of the context; all components share them. */
    public static StateClaims of(CamelContext context) {
        return ContextServices.of(context, StateClaims.class, StateClaims::new);
    }

    /** Compares repositories by identity, not by their own equals. */
    private record Claim(StateRepository<String, String> repository, String key) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Claim claim && claim.repository == repository && claim.key.equals(key);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(repository) + key.hashCode();
        }
    }

    private record Holder(Object consumer, String routeId) {}

    /**
     * A consumer starts to use a state.
     *
     * @throws IllegalStateException when another uses it
     */
    public synchronized void claim(StateRepository<String, String> repository, String key, Object consumer, String routeId) {
        Holder holder = claims.putIfAbsent(new Claim(repository, key), new Holder(consumer, routeId));
        if (holder != null && holder.consumer() != consumer) {
            throw new IllegalStateException("the state \"" + key + "\" is used by the route " + holder.routeId()
                    + " already, and two consumers would take changes from each other; use one consumer and a choice in its route, or give"
                    + " each a stateRepository of its own");
        }
    }

    /** A consumer no longer uses any state. */
    public synchronized void release(Object consumer) {
        claims.values().removeIf(holder -> holder.consumer() == consumer);
    }
}
