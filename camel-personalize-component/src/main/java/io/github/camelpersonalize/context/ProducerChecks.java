// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.credentials.Credentials;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The health checks of the producers of one CamelContext. Producers with the same operation on the same project share one check, however many
 * endpoints a dynamic route creates for them, so that the success of one ends the outage that another has found.
 */
public final class ProducerChecks extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ProducerChecks.class);

    private final CamelContext context;
    private final Map<CheckKey, Group> groups = new HashMap<>();

    /** What producers have in common that share a check. */
    public record CheckKey(Dialect dialect, ProjectId project, Credentials credentials, Resource resource, Operation operation,
            boolean isEnabled) {}

    /** Producers that share a check. */
    public final class Group {

        private final CheckKey key;
        private final String id;
        private final CallStats stats;
        private @Nullable WritableHealthCheckRepository repository;
        private @Nullable HealthCheck check;
        private int producers;

        private Group(CheckKey key, String id) {
            this.key = key;
            this.id = id;
            this.stats = CallStats.whole(this::logMisconfigured);
        }

        /** Nothing passes until people fix it, and they may not look at exceptions of single messages. */
        private void logMisconfigured(Problem problem) {
            LOG.error("No message passes personalize:{}?operation={} until its configuration is fixed: {}", key.resource(), key.operation(),
                    problem.message());
        }

        /** The statistics that the check is based on; those of each producer are to be added to them. */
        public CallStats stats() {
            return stats;
        }

        /** A producer of the group stops. */
        public void leave() {
            ProducerChecks.this.leave(this);
        }
    }

    private ProducerChecks(CamelContext context) {
        this.context = context;
    }

    /** The checks of the context; all components share them. */
    public static ProducerChecks of(CamelContext context) {
        return ContextServices.of(context, ProducerChecks.class, () -> new ProducerChecks(context));
    }

    /** A producer starts. */
    public synchronized Group join(CheckKey key) {
        Group group = groups.computeIfAbsent(key, first -> new Group(first, freeId(first)));
        group.producers++;
        if (group.check == null) {
            add(group);
        }
        return group;
    }

    private synchronized void leave(Group group) {
        group.producers--;
        if (group.producers == 0) {
            groups.remove(group.key);
            if (group.repository != null && group.check != null) {
                group.repository.removeHealthCheck(group.check);
            }
        }
    }

    /** Camel keeps checks by id. Ids must not show projects and hosts, so that checks with the same name are numbered. */
    private String freeId(CheckKey key) {
        String id = "producer:personalize-" + key.resource() + "-" + key.operation();
        return IntStream.iterate(1, number -> number + 1).mapToObj(number -> number == 1 ? id : id + "-" + number)
                .filter(candidate -> groups.values().stream().noneMatch(group -> group.id.equals(candidate))).findFirst().orElseThrow();
    }

    /** Does nothing if camel-health is absent. */
    private void add(Group group) {
        WritableHealthCheckRepository repository = HealthCheckHelper.getHealthCheckRepository(context, "producers",
                WritableHealthCheckRepository.class);
        if (repository != null) {
            HealthCheck check = new ProducerHealthCheck(group.id, group.key.resource(), group.key.operation(), group.stats);
            check.setEnabled(group.key.isEnabled());
            repository.addHealthCheck(check);
            group.repository = repository;
            group.check = check;
        }
    }
}
