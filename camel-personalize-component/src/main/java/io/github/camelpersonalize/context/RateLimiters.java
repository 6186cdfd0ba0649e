// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelpersonalize.client.ServiceLog;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.time.SystemTime;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

/** The rate limiters of one CamelContext, one for each organization: the service counts the requests of all its projects together. */
final class RateLimiters extends ServiceSupport {

    private final Map<Organization, Shared> limiters = new ConcurrentHashMap<>();
    private final SystemTime time = new SystemTime();

    /** What identifies an organization from outside: the service with its port and path, and the credentials for it. */
    private record Organization(URI service, Credentials credentials) {}

    /** What all calls to an organization share. */
    record Shared(RateLimiter limiter, ServiceLog log) {}

    /** The limiters of the context; all components share them. */
    static RateLimiters of(CamelContext context) {
        return ContextServices.of(context, RateLimiters.class, RateLimiters::new);
    }

    /** The limiter of an organization; the lowest pace of all its endpoints applies. */
    Shared limiter(URI service, Credentials credentials, Pace pace) {
        Shared shared = limiters.computeIfAbsent(new Organization(service, credentials), organization -> shared(service, pace));
        shared.limiter().share(pace);
        return shared;
    }

    private Shared shared(URI service, Pace pace) {
        RateLimiter limiter = new RateLimiter(pace, time, new Random());
        return new Shared(limiter, new ServiceLog(service, limiter));
    }
}
