// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import io.github.camelpersonalize.HurriedTime;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.rate.Pace;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.Request;
import io.github.camelpersonalize.transport.Response;
import io.github.camelpersonalize.transport.Transport;

import static io.github.camelpersonalize.client.Calls.PROJECT;
import static io.github.camelpersonalize.client.Calls.response;
import static java.time.Duration.ofSeconds;

/** A service that answers as it is told, and else with an empty list, without a network and without waiting. */
final class ScriptedService implements Transport {

    static final Bounds BOUNDS = new Bounds(ofSeconds(60), 1000);

    final HurriedTime time = new HurriedTime();
    final RateLimiter limiter = new RateLimiter(new Pace(100, 100), time, new Random(1));
    final CallStats stats = CallStats.whole();
    final List<Request> requests = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    /** What the service does with a request. */
    @FunctionalInterface
    interface Answer {
        Response to(Request request) throws IOException;
    }

    ScriptedService() {
        time.stand();
    }

    ScriptedService then(Answer answer) {
        answers.add(answer);
        return this;
    }

    ScriptedService then(int status, String body) {
        return then(request -> response(status, body));
    }

    @Override
    public Response send(Request request, Bounds bounds) throws IOException {
        requests.add(request);
        return answers.isEmpty() ? response(200, "[]") : answers.remove().to(request);
    }

    /** The requests so far, as method and URL. */
    List<String> calls() {
        return requests.stream().map(Request::toString).toList();
    }

    ApiClient client(Dialect dialect, Credentials credentials) {
        return new ApiClient(PROJECT, new DialectWatch(dialect, "service.example"), credentials, limiter,
                new ServiceLog(PROJECT.service(), limiter), this, BOUNDS, time);
    }

    ApiClient client() {
        return client(Dialect.CONTRACT, Credentials.authtoken(Calls.SECRET));
    }

    ProjectClient project(RetryPolicy policy, StopSignal stop) {
        return new ProjectClient(client(), PROJECT, policy, time, stop, new Random(1), stats);
    }
}
