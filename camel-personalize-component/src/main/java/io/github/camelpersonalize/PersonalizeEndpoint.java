// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.context.ComponentServices;
import io.github.camelpersonalize.context.EndpointServices;
import io.github.camelpersonalize.context.ProducerChecks;
import io.github.camelpersonalize.context.ProfileCredentials;
import io.github.camelpersonalize.context.ProjectSettings;
import io.github.camelpersonalize.context.SecurityPolicy;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.OAuthSettings;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.ClientSettings;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.jspecify.annotations.Nullable;

/** Manage attributes, audiences, events and experiences of a Contentstack Personalize project. */
@ManagedResource(description = "Managed Personalize endpoint")
@UriEndpoint(firstVersion = "1.0.0", scheme = "personalize", title = "Personalize", syntax = "personalize:resource", remote = true, category = {
        Category.SAAS, Category.CLOUD}, headersClass = PersonalizeConstants.class)
public class PersonalizeEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {

    /** Requests are scarce: the service allows an organization ten a second, and definitions change by hand. */
    private static final long DEFAULT_DELAY = 60_000;

    @UriParam
    private final PersonalizeConfiguration configuration;
    @UriParam(label = "consumer,scheduler", defaultValue = "" + DEFAULT_DELAY)
    private long delay = -1;
    private final ComponentServices shared;
    private final CallStats stats;
    private final StateRepository<String, String> memory = new MemoryStateRepository();
    /** The names of the options in its URI; the others are the component's. */
    private final Set<String> own;
    private SettingsCheck check;
    private EndpointSettings settings;
    private EndpointServices services;

    PersonalizeEndpoint(String uri, Component component, ComponentServices shared, PersonalizeConfiguration configuration,
            Set<String> own) {
        super(uri, component);
        this.own = Set.copyOf(own);
        this.shared = shared;
        this.configuration = configuration;
        this.stats = shared.stats().part();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        check = new SettingsCheck(configuration, this::oauth, profile -> ProfileCredentials.of(getCamelContext(), profile));
        settings = check.settings();
        SecurityPolicy.of(getCamelContext()).refusal(configuration.isAllowInsecureHttp(), configuration.getSslContextParameters())
                .ifPresent(check::refuse);
        if (check.isDialectAssumed()) {
            shared.assumed(settings.project());
        }
        services = new EndpointServices(getCamelContext(), shared, settings.project(), stats);
    }

    private Credentials oauth(OAuthSettings oauth, ClientSettings client, Bounds bounds) {
        return shared.oauth().of(oauth, configuration.getTokenStore(), client, bounds.timeout());
    }

    @Override
    public Producer createProducer() {
        Operation operation = check.requireOperation();
        check.requireMeaning(own);
        return new PersonalizeProducer(this, settings, services, checkKey(operation));
    }

    /** What the service speaks. */
    Dialect dialect() {
        return settings.project().dialect();
    }

    private ProducerChecks.CheckKey checkKey(Operation operation) {
        ProjectSettings project = settings.project();
        return new ProducerChecks.CheckKey(project.dialect(), project.id(), project.credentials(), settings.resource(),
                operation, ((HealthCheckComponent) getComponent()).isHealthCheckProducerEnabled());
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        check.requireConsumerMeaning(own);
        PersonalizeConsumer consumer = new PersonalizeConsumer(this, processor, settings, ConsumerSettings.of(configuration, memory),
                services);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    protected void doConfigureConsumer(Consumer consumer) {
        super.doConfigureConsumer(consumer);
        if (delay < 0 && consumer instanceof ScheduledPollConsumer polling) {
            polling.setDelay(Math.max(1, getTimeUnit().convert(DEFAULT_DELAY, TimeUnit.MILLISECONDS)));
        }
    }

    @Override
    public long getDelay() {
        return delay;
    }

    /**
     * Milliseconds before the next poll. A poll takes one request for each list: four for a project, one for any other resource.
     */
    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    @Override
    public long getDefaultDelay() {
        return DEFAULT_DELAY;
    }

    @Override
    public @Nullable String getServiceUrl() {
        return settings == null ? null : settings.project().id().service().toString();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        if (settings == null) {
            return Map.of();
        }
        String owner = settings.resource() == Resource.projects ? "organizationUid" : "projectUid";
        return Map.of("resource", settings.resource().name(), owner, settings.project().id().uid());
    }

    public PersonalizeConfiguration getConfiguration() {
        return configuration;
    }

    EndpointSettings settings() {
        return settings;
    }

    /** What went over the wire for this endpoint. */
    CallStats stats() {
        return stats;
    }

    /** Endpoints whose URIs differ only in a secret have the same masked URI. If they were equal, they would share one credential. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @ManagedAttribute(description = "Requests sent, retries included")
    public long getRequests() {
        return stats.requests();
    }

    @ManagedAttribute(description = "Requests that were sent because an earlier one failed")
    public long getRetries() {
        return stats.retries();
    }

    @ManagedAttribute(description = "Responses with status 429")
    public long getRateLimitedRequests() {
        return stats.rateLimitedRequests();
    }

    @ManagedAttribute(description = "Creates whose response was lost and that were looked up")
    public long getReconciledCreates() {
        return stats.reconciledCreates();
    }

    @ManagedAttribute(description = "Milliseconds that calls waited under the rate limit and before retries")
    public long getWaitedMillis() {
        return stats.waited().toMillis();
    }

    @ManagedAttribute(description = "The current rate in requests per second, of all endpoints together that share the rate limit; 0 before a producer or consumer has started")
    public double getCurrentRequestsPerSecond() {
        return limiter().map(RateLimiter::rate).orElse(0.0);
    }

    @ManagedAttribute(description = "Calls that wait for a permit, of all endpoints together that share the rate limit")
    public int getWaitingCalls() {
        return limiter().map(RateLimiter::waiting).orElse(0);
    }

    @ManagedAttribute(description = "Whether no requests are sent at present, because the service responded with status 429")
    public boolean isPaused() {
        return limiter().map(RateLimiter::isPaused).orElse(false);
    }

    @ManagedAttribute(description = "Why the last call failed; empty if it succeeded, or if the record was at fault")
    public String getLastProblem() {
        return stats.lastProblem().map(Problem::message).orElse("");
    }

    private Optional<RateLimiter> limiter() {
        return Optional.ofNullable(services).flatMap(EndpointServices::limiter);
    }
}
