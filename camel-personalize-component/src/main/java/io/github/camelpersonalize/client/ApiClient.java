// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.CallResult.Failure;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.CredentialsException;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.text.SafeText;
import io.github.camelpersonalize.time.Time;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.Request;
import io.github.camelpersonalize.transport.Response;
import io.github.camelpersonalize.transport.Transport;

/** Carries out calls at one address with one credential: each waits for its turn, is sent once, and its answer is read. Thread-safe. */
public final class ApiClient {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;

    private final String baseUrl;
    private final Credentials credentials;
    private final RateLimiter limiter;
    private final Transport transport;
    private final Bounds bounds;
    private final Time time;

    /**
     * @param baseUrl the service's root; a path in it is kept
     * @param limiter of the organization that the credential belongs to
     */
    public ApiClient(URI baseUrl, Credentials credentials, RateLimiter limiter, Transport transport, Bounds bounds, Time time) {
        this.baseUrl = baseUrl.toString().replaceFirst("/+$", "");
        this.credentials = credentials;
        this.limiter = limiter;
        this.transport = transport;
        this.bounds = bounds;
        this.time = time;
    }

    /** Sends a call once, and once more when the service refuses a credential that can be renewed. Every request is counted. */
    CallResult send(Call call, Uid uid, JsonNode body, ProjectClient projectClient) {
        try {
            Credentials.Header credential = credentials.header();
            CallResult reply = send(call, uid, body, credential, projectClient);
            return isRefused(reply) && credentials.refresh(credential) ? send(call, uid, body, credentials.header(), projectClient) : reply;
        } catch (CredentialsException e) {
            Category kind = e.isTransient() ? Category.UNAVAILABLE : Category.UNAUTHORIZED;
            return new Failure(new Problem(kind, 0, null, "no credential: " + e.getMessage(), List.of(),
                    e.isTransient() ? Retry.SAFE : Retry.USELESS));
        }
    }

    private CallResult send(Call call, Uid uid, JsonNode body, Credentials.Header credential, ProjectClient projectClient) {
        Duration maxWait = Collections.max(List.of(projectClient.maxWait(), bounds.timeout()));
        if (!hasTurn(projectClient, maxWait)) {
            return new Failure(
                    new Problem(Category.UNAVAILABLE, 0, null, "not sent, because " + whyNoTurn(maxWait), List.of(), Retry.USELESS));
        }
        URI uri = URI.create(baseUrl + call.path(uid));
        ProblemMapper failures = new ProblemMapper(uri, new SafeText(secret(credential)), time.now());
        byte[] bytes = body == null ? null : Json.bytes(body);
        projectClient.count();
        try {
            Response response = transport.send(new Request(call.verb(), uri, headers(projectClient.projectUid(), credential, bytes), bytes),
                    bounds);
            heed(response, projectClient.stats());
            return ResponseReader.read(response, failures);
        } catch (IOException e) {
            return new Failure(failures.exception(e));
        }
    }

    private boolean hasTurn(ProjectClient projectClient, Duration maxWait) {
        long begun = time.nanoTime();
        boolean hasTurn = limiter.acquirePermit(projectClient.projectUid(), maxWait) && !Thread.currentThread().isInterrupted();
        projectClient.stats().waited(Duration.ofNanos(time.nanoTime() - begun));
        return hasTurn;
    }

    private String whyNoTurn(Duration maxWait) {
        Duration pause = limiter.pause();
        return pause.compareTo(maxWait) > 0
                ? "the service asked to be left alone for another " + pause.toSeconds() + " s, which is more than " + maxWait.toSeconds()
                        + " s (the longer of retryTimeout and requestTimeout)"
                : "the route is stopping";
    }

    /** Tells the limiter what the service says of the rate. */
    private void heed(Response response, CallStats stats) {
        if (response.status() == TOO_MANY_REQUESTS) {
            stats.rateLimited();
            limiter.refused(RetryAfter.of(response, time.now()));
        }
        RateLimitHeader.perSecond(response).ifPresent(limiter::limit);
    }

    private static boolean isRefused(CallResult reply) {
        return reply.fold(answer -> false, problem -> problem.status() == UNAUTHORIZED);
    }

    /** Without the scheme before it, such as {@code Bearer}, which is an ordinary word. */
    private static String secret(Credentials.Header credential) {
        return credential.value().substring(credential.value().lastIndexOf(' ') + 1);
    }

    private static Map<String, String> headers(String projectUid, Credentials.Header credential, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(credential.name(), credential.value());
        headers.put("x-project-uid", projectUid);
        headers.put("accept", "application/json");
        if (body != null) {
            headers.put("content-type", "application/json");
        }
        headers.put("user-agent", UserAgent.VALUE);
        return headers;
    }
}
