// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.fuzz;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.DialectWatch;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.client.ServiceLog;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.project.Policy;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Projects;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.Response;
import io.github.camelpersonalize.transport.Transport;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A project of a service that answers as it is told, without a network and without waiting. */
final class Wire {

    static final Dialect DIALECT = Dialect.CONTRACT;
    static final ProjectId PROJECT = new ProjectId(URI.create("https://fuzz.example/v1"), "p1");
    /** What nobody may ever be told. */
    static final String SECRET = "secret-of-fuzz";

    private Wire() {}

    static Project project(Transport transport) {
        return new Projects().open(DIALECT, conversation(transport), SECRET, Optional.empty(),
                new Policy(OnConflict.update, Duration.ofMinutes(1)));
    }

    static ProjectClient conversation(Transport transport) {
        HurriedTime time = new HurriedTime();
        RateLimiter limiter = new RateLimiter(Pace.of(1000), time, new Random(1));
        ApiClient client = new ApiClient(PROJECT, new DialectWatch(DIALECT, "fuzz.example"), Credentials.authtoken(SECRET), limiter,
                new ServiceLog(PROJECT.service(), limiter), transport, new Bounds(Duration.ofSeconds(1), 1 << 20), time);
        return new ProjectClient(client, PROJECT, new RetryPolicy(1, Duration.ofHours(3)), time, new StopSignal(), new Random(1),
                CallStats.whole());
    }

    static Response json(int status, String body) {
        return new Response(status, Map.of("content-type", "application/json"), body.getBytes(UTF_8));
    }
}
