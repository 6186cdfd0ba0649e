// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelpersonalize.client.ComponentTime;
import io.github.camelpersonalize.client.Credentials;
import io.github.camelpersonalize.client.rate.RateLimiter;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

/** The rate limiters of one CamelContext, one for each organization that it talks to: the service counts the requests of all projects together. */
final class SharedLimiters extends ServiceSupport {

    private final Map<Organization, RateLimiter> limiters = new ConcurrentHashMap<>();
    private final ComponentTime time = new ComponentTime();

    /** What can be known of an organization from outside: where it is, and who we are there. */
    private record Organization(String host, Credentials credentials) {}

    /** Those of the context; all components share them. */
    static SharedLimiters of(CamelContext context) {
        return Shared.of(context, SharedLimiters.class, SharedLimiters::new);
    }

    /** The limiter of an organization; the lowest pace that any endpoint asks for counts. */
    RateLimiter limiter(String host, Credentials credentials, double perSecond) {
        RateLimiter limiter = limiters.computeIfAbsent(new Organization(host, credentials),
                organization -> new RateLimiter(perSecond, time, new Random()));
        limiter.limit(perSecond);
        return limiter;
    }

    @Override
    protected void doStop() {
        time.stop();
    }
}
