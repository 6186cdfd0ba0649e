// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.Map;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallOutcome;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.Outage;
import io.github.camelpersonalize.client.Problem;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether messages can be sent, according to the last call. The check sends no request of its own, because it would use up the rate limit of the
 * messages. Loaded only where camel-health is present.
 */
final class ProducerHealthCheck extends AbstractHealthCheck {

    private final Resource resource;
    private final Operation operation;
    private final CallStats stats;

    ProducerHealthCheck(String id, Resource resource, Operation operation, CallStats stats) {
        super("camel", id);
        this.resource = resource;
        this.operation = operation;
        this.stats = stats;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("resource", resource.name()).detail("operation", operation.name());
        stats.otherDialect().ifPresent(hint -> builder.detail("dialect", hint));
        stats.outage().ifPresentOrElse(outage -> down(builder, outage), builder::up);
    }

    private static void down(HealthCheckResultBuilder builder, Outage outage) {
        Problem problem = outage.problem();
        // The message is also a detail, because Spring Boot's health shows details only.
        builder.down().message(problem.message()).detail("message", problem.message()).detail("kind", CallOutcome.of(problem).name())
                .detail("since",
                        outage.since().toString());
        if (problem.status() != 0) {
            builder.detail(SERVICE_STATUS_CODE, problem.status());
        }
    }
}
