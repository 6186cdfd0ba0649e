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
import io.github.camelpersonalize.client.Problem.Kind;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.client.Reply.Failure;
import io.github.camelpersonalize.client.rate.RateLimiter;
import io.github.camelpersonalize.model.Json;

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
    Reply send(Call call, Uid uid, JsonNode body, Conversation conversation) {
        try {
            Credentials.Header credential = credentials.header();
            Reply reply = send(call, uid, body, credential, conversation);
            return isRefused(reply) && credentials.renew(credential) ? send(call, uid, body, credentials.header(), conversation) : reply;
        } catch (CredentialsException e) {
            Kind kind = e.isTransient() ? Kind.UNAVAILABLE : Kind.UNAUTHORIZED;
            return new Failure(new Problem(kind, 0, null, "no credential: " + e.getMessage(), List.of(),
                    e.isTransient() ? Retry.SAFE : Retry.USELESS));
        }
    }

    private Reply send(Call call, Uid uid, JsonNode body, Credentials.Header credential, Conversation conversation) {
        Duration patience = Collections.max(List.of(conversation.patience(), bounds.timeout()));
        if (!hasTurn(conversation, patience)) {
            return new Failure(
                    new Problem(Kind.UNAVAILABLE, 0, null, "not sent, because " + whyNoTurn(patience), List.of(), Retry.USELESS));
        }
        URI uri = URI.create(baseUrl + call.path(uid));
        Failures failures = new Failures(uri, new SafeText(credential), time.now());
        byte[] bytes = body == null ? null : Json.bytes(body);
        conversation.count();
        try {
            Response response = transport.send(new Request(call.verb(), uri, headers(conversation.projectUid(), credential, bytes), bytes),
                    bounds);
            heed(response, conversation.traffic());
            return AnswerReader.read(response, failures);
        } catch (IOException e) {
            return new Failure(failures.exception(e));
        }
    }

    private boolean hasTurn(Conversation conversation, Duration patience) {
        long begun = time.nanoTime();
        boolean hasTurn = limiter.acquire(conversation.projectUid(), patience) && !Thread.currentThread().isInterrupted();
        conversation.traffic().waited(Duration.ofNanos(time.nanoTime() - begun));
        return hasTurn;
    }

    private String whyNoTurn(Duration patience) {
        Duration pause = limiter.pause();
        return pause.compareTo(patience) > 0
                ? "the service asked to be left alone for another " + pause.toSeconds() + " s, which is more than " + patience.toSeconds()
                        + " s (the longer of retryTimeout and requestTimeout)"
                : "the route is stopping";
    }

    /** Tells the limiter what the service says of the rate. */
    private void heed(Response response, Traffic traffic) {
        if (response.status() == TOO_MANY_REQUESTS) {
            traffic.rateLimited();
            limiter.refused(RetryAfter.of(response, time.now()));
        }
        RateLimitHeader.perSecond(response).ifPresent(limiter::limit);
    }

    private static boolean isRefused(Reply reply) {
        return reply.then(answer -> false, problem -> problem.status() == UNAUTHORIZED);
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
