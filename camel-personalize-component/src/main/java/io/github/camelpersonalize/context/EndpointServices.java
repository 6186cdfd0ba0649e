// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.DialectWatch;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.state.StateStore;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.Time;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What the producers and consumers of one endpoint share: through it they reach projects, and what is kept about them. Thread-safe. */
public final class EndpointServices {

    private final CamelContext context;
    private final ComponentServices component;
    private final ProjectSettings settings;
    private final CallStats stats;
    private final DialectWatch watch;
    private final RandomGenerator random = new Random();
    private volatile @Nullable RateLimiter limiter;

    /**
     * @param stats counts what goes over the wire for the endpoint
     */
    public EndpointServices(CamelContext context, ComponentServices component, ProjectSettings settings, CallStats stats) {
        this.context = context;
        this.component = component;
        this.settings = settings;
        this.stats = stats;
        this.watch = new DialectWatch(settings.dialect(), settings.id().service().getHost());
    }

    /** A client with this endpoint's options; it shares connections and the rate limit with other endpoints where they may be shared. */
    public ApiClient client() {
        RateLimiters.Shared shared = RateLimiters.of(context).limiter(settings.id().service(), settings.credentials(),
                settings.pace());
        limiter = shared.limiter();
        component.started(settings);
        return new ApiClient(settings.id(), watch, settings.credentials(), limiter, shared.log(), component.transport(settings.client()),
                settings.bounds(), component.time());
    }

    /** The work of an exchange begins. It ends when one of its routes stops. */
    public Work begin(Exchange exchange) {
        return component.begin(PassedRoutes.of(exchange));
    }

    /** A poll of a route begins. */
    public Work beginPoll(@Nullable String routeId) {
        return component.begin(Stream.ofNullable(routeId).toList());
    }

    /** The calls of some work for a project. */
    public ProjectClient calls(ApiClient client, ProjectId project, CallStats counted, StopSignal stop) {
        return new ProjectClient(client, project, settings.retryPolicy(), component.time(), stop, random, counted);
    }

    /** A project as one exchange sees it. */
    public Project project(ProjectClient calls, Optional<BodyCheck> check) {
        return component.project(settings, calls, check);
    }

    /**
     * Where something about a project is kept.
     *
     * @param purpose what is kept
     */
    public StateStore state(ProjectId project, String purpose) {
        return component.state(settings, project, purpose);
    }

    /** Counts calls about a resource, for the endpoint and for the meters of the context. */
    public CallStats stats(Resource resource) {
        return CallStats.partOf(stats, ResourceStats.of(context).of(resource));
    }

    public Time time() {
        return component.time();
    }

    /** The rate limit that the endpoint shares, once a producer or consumer has started. */
    public Optional<RateLimiter> limiter() {
        return Optional.ofNullable(limiter);
    }
}
