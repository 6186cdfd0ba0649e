// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.net.URI;
import java.time.Duration;

import io.github.camelpersonalize.RecordingServer;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.CallResult;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.project.Policy;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.SystemTime;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.ClientSettings;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;

/** What an endpoint consists of, without a route. */
final class Endpoints {

    static final Call LIST = Dialect.CONTRACT.call(Resource.attributes, Operation.list).orElseThrow();
    static final Credentials CREDENTIALS = Credentials.authtoken("canary-authtoken");

    private Endpoints() {}

    static ProjectSettings settings(String service, StateRepository<String, String> repository) {
        return settings(service, "p1", repository);
    }

    static ProjectSettings settings(String service, String project, StateRepository<String, String> repository) {
        return new ProjectSettings(Dialect.CONTRACT, new ProjectId(URI.create(service), project), CREDENTIALS,
                new Policy(OnConflict.update, Duration.ofMinutes(1)), new RetryPolicy(0, Duration.ofMinutes(1)), new Pace(10, 10),
                new Bounds(Duration.ofSeconds(20), 1000), new ClientSettings(null, null, new ClientSettings.Pool(4, 2, -1, 5000)),
                repository);
    }

    /** Counts what becomes of one call that the service answers in this way. */
    static CallResult call(DefaultCamelContext context, CallStats stats, int status) {
        ComponentServices component = new ComponentServices(context, new SystemTime());
        component.start();
        try (RecordingServer server = new RecordingServer(status, "[]")) {
            EndpointServices services = new EndpointServices(context, component, settings(server.baseUrl(), null), stats);
            return services.calls(services.client(), new ProjectId(URI.create(server.baseUrl()), "p1"), stats, new StopSignal()).send(LIST,
                    Address.NONE, null);
        } finally {
            component.stop();
        }
    }
}
