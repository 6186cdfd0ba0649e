// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.OAuthCredentialsCache;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.state.StateKey;
import io.github.camelpersonalize.state.StateStore;
import io.github.camelpersonalize.time.Time;
import io.github.camelpersonalize.transport.ClientSettings;
import io.github.camelpersonalize.transport.HttpClients;
import io.github.camelpersonalize.transport.Transport;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the endpoints of one component share: HTTP clients, statistics and time, and what they share with other components. Thread-safe. */
public final class ComponentServices extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ComponentServices.class);

    /** The start of so many different clients is told: a dynamic route may start any number. */
    private static final int MAX_STARTED = 20;

    private final HttpClients clients;
    private final Time time;
    private final CommonServices common;
    private final RunningWork work;
    private final CallStats stats = CallStats.whole();
    private final AtomicBoolean isAssumptionTold = new AtomicBoolean();
    private final Set<Started> started = ConcurrentHashMap.newKeySet();

    /** What endpoints have in common whose start is told once. */
    private record Started(ProjectId id, Dialect dialect, Credentials credentials, double requestsPerSecond) {}

    public ComponentServices(CamelContext context, Time time) {
        this.clients = new HttpClients(context);
        this.time = time;
        this.common = CommonServices.of(context);
        this.work = RunningWork.of(context);
    }

    @Override
    protected void doStart() {
        work.start(this);
        ServiceHelper.startService(clients);
    }

    @Override
    protected void doStop() {
        work.stop(this);
        ServiceHelper.stopService(clients);
    }

    /** Credentials for OAuth; equal settings get the same. */
    public OAuthCredentialsCache oauth() {
        return common.oauth();
    }

    /** What went over the wire for all endpoints. */
    public CallStats stats() {
        return stats;
    }

    /** An endpoint does not say which dialect it uses. Once a component tells which one is assumed, where the service may speak another. */
    public void assumed(ProjectSettings settings) {
        if (Region.hosts(settings.id().service()) && isAssumptionTold.compareAndSet(false, true)) {
            LOG.info("The option dialect is not set, so that dialect={} is assumed for {}; docs/dialects.adoc says how to find out which"
                    + " one the service speaks. Set the option, and this message ends", settings.dialect().name(),
                    settings.id().service().getHost());
        }
    }

    /** A client of an endpoint starts. What it calls, and how, is told once. */
    void started(ProjectSettings settings) {
        Started start = new Started(settings.id(), settings.dialect(), settings.credentials(), settings.pace().most());
        if (started.size() < MAX_STARTED && started.add(start)) {
            String region = Region.of(settings.id().service()).map(known -> " (region " + known.label() + ")").orElse("");
            LOG.info("Calls go to {}{}, project {}, with {}, up to {} requests a second, dialect={}", settings.id().service(), region,
                    settings.id().uid(), settings.credentials().kind(), settings.pace().most(), settings.dialect().name());
        }
    }

    /** Work of the component begins, in these routes. */
    Work begin(List<String> routeIds) {
        return work.begin(routeIds, this);
    }

    Time time() {
        return time;
    }

    Transport transport(ClientSettings settings) {
        return clients.transport(settings);
    }

    /** A project as one exchange sees it; what is known of it is shared by all endpoints. */
    Project project(ProjectSettings settings, ProjectClient client, Optional<BodyCheck> check) {
        return common.projects().open(settings.dialect(), client, settings.credentials(), check, settings.policy());
    }

    /** Where something about a project outlives an exchange, and a restart where the endpoint has a state repository. */
    StateStore state(ProjectSettings settings, ProjectId project, String purpose) {
        return new RepositoryStore(Optional.ofNullable(settings.stateRepository()).orElseGet(common::memory),
                new StateKey(project, purpose).toString());
    }
}
