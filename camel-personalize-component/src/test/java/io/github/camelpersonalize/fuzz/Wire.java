// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.fuzz;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.Bounds;
import io.github.camelpersonalize.client.Conversation;
import io.github.camelpersonalize.client.Credentials;
import io.github.camelpersonalize.client.Response;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.client.Traffic;
import io.github.camelpersonalize.client.Transport;
import io.github.camelpersonalize.client.rate.RateLimiter;
import io.github.camelpersonalize.converge.KeyMemory;
import io.github.camelpersonalize.converge.OnConflict;
import io.github.camelpersonalize.converge.Policy;
import io.github.camelpersonalize.converge.Project;
import io.github.camelpersonalize.converge.ProjectIndexes;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A project of a service that answers as it is told, without a network and without waiting. */
final class Wire {

    static final Dialect DIALECT = Dialect.CONTRACT;
    static final URI BASE = URI.create("https://fuzz.example/v1");
    /** What nobody may ever be told. */
    static final String SECRET = "secret-of-fuzz";

    private Wire() {}

    static Project project(Transport transport) {
        return new Project(DIALECT, conversation(transport), Optional.empty(), new KeyMemory().of(BASE, "p1"),
                new ProjectIndexes().of(BASE, "p1"),
                new Policy(OnConflict.update, Duration.ofMinutes(1)));
    }

    static Conversation conversation(Transport transport) {
        HurriedTime time = new HurriedTime();
        RateLimiter limiter = new RateLimiter(1000, time, new Random(1));
        ApiClient client = new ApiClient(BASE, Credentials.authtoken(SECRET), limiter, transport,
                new Bounds(Duration.ofSeconds(1), 1 << 20),
                time);
        return new Conversation(client, "p1", new RetryPolicy(1, Duration.ofHours(3)), time, new Random(1), Traffic.whole());
    }

    static Response json(int status, String body) {
        return new Response(status, Map.of("content-type", "application/json"), body.getBytes(UTF_8));
    }
}
