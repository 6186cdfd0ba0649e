// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.DialectWatch;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.client.ServiceLog;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.definition.Target;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.Request;
import io.github.camelpersonalize.transport.Response;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A service that follows a script, without a network and without waiting: each request gets the next response. Texts are JSON with single quotes. */
final class ScriptedService {

    static final ProjectId PROJECT = new ProjectId(URI.create("https://service.example/v1"), "p1");

    /** Requests a second: none waits. */
    private static final double UNLIMITED = 1e12;

    final HurriedTime time = new HurriedTime();
    final StopSignal stop = new StopSignal();
    final CallStats stats = CallStats.whole();
    private final Dialect dialect;
    private final Projects projects = new Projects();
    private final Deque<Answer> script = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private boolean isChecking;
    private OnConflict onConflict = OnConflict.update;
    private Duration indexTtl = Duration.ofMinutes(1);
    private int maxRetries;

    private interface Answer {
        Response get() throws IOException;
    }

    ScriptedService(Dialect dialect) {
        this.dialect = dialect;
    }

    static ScriptedService contract() {
        return new ScriptedService(Dialect.CONTRACT);
    }

    static ScriptedService live() {
        return new ScriptedService(Dialect.LIVE);
    }

    static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'));
    }

    /** The next response. */
    ScriptedService then(int status, String body) {
        script.add(() -> new Response(status, Map.of("content-type", "application/json"), body.replace('\'', '"').getBytes(UTF_8)));
        return this;
    }

    /** The next request gets no response. */
    ScriptedService thenLost() {
        script.add(() -> {
            throw new IOException("the connection broke off");
        });
        return this;
    }

    /** The next request gets no response, and its exchange is to end. */
    ScriptedService thenLostAndStopped() {
        script.add(() -> {
            stop.give();
            throw new IOException("the connection broke off");
        });
        return this;
    }

    ScriptedService checking() {
        isChecking = true;
        return this;
    }

    ScriptedService on(OnConflict conflict) {
        onConflict = conflict;
        return this;
    }

    ScriptedService retrying(int times) {
        maxRetries = times;
        return this;
    }

    ScriptedService listingAlways() {
        indexTtl = Duration.ZERO;
        return this;
    }

    /** The project as an exchange sees it that begins now. */
    Project project() {
        return project("token");
    }

    Project project(String credential) {
        RateLimiter limiter = new RateLimiter(new Pace(UNLIMITED, UNLIMITED), time, new Random(1));
        ApiClient client = new ApiClient(PROJECT, new DialectWatch(dialect, "service.example"), Credentials.authtoken(credential), limiter,
                new ServiceLog(PROJECT.service(), limiter), (request, bounds) -> send(request),
                new Bounds(Duration.ofSeconds(1), 1 << 20), time);
        ProjectClient calls = new ProjectClient(client, PROJECT, new RetryPolicy(maxRetries, Duration.ofHours(3)), time, stop,
                new Random(1), stats);
        return projects.open(dialect, calls, credential, isChecking ? Optional.of(new BodyCheck(dialect)) : Optional.empty(),
                new Policy(onConflict, indexTtl));
    }

    /** An exchange that executes one operation. */
    Result execute(Resource resource, Operation operation, Target target, String body) {
        return new Operations(project()).execute(resource, operation, target, body == null ? null : json(body));
    }

    Result upsert(Resource resource, String body) {
        return execute(resource, Operation.upsert, Target.NONE, body);
    }

    /** The requests since this was asked before: method, path, and body with single quotes. */
    List<String> requests() {
        List<String> since = List.copyOf(requests);
        requests.clear();
        return since;
    }

    private Response send(Request request) throws IOException {
        String target = request.uri().toString().substring(PROJECT.service().toString().length());
        String body = request.body() == null ? "" : " " + new String(request.body(), UTF_8).replace('"', '\'');
        requests.add(request.verb() + " " + target + body);
        if (script.isEmpty()) {
            throw new AssertionError("no response for " + requests);
        }
        return script.remove().get();
    }
}
