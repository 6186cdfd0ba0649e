// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.client.CallResult.Failure;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.credentials.AwaitedCredentials;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.CredentialsException;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.PackedArray;
import io.github.camelpersonalize.rate.Lane;
import io.github.camelpersonalize.rate.RateLimiter;
import io.github.camelpersonalize.text.SafeText;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.time.Time;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.Request;
import io.github.camelpersonalize.transport.Response;
import io.github.camelpersonalize.transport.Transport;

/** Sends calls to one address with one credential: each waits for a permit of the rate limiter, and its response is read. Thread-safe. */
public final class ApiClient {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    /** A permit that is due is there in less, in nanoseconds. */
    private static final long NOTICEABLE = 100_000;

    private final ProjectId own;
    private final DialectWatch watch;
    private final Advice advice;
    private final AwaitedCredentials credentials;
    private final RateLimiter limiter;
    private final ServiceLog log;
    private final Transport transport;
    private final Bounds bounds;
    private final Time time;
    private final RequestHeaders requestHeaders = new RequestHeaders();

    /** Of calls whose address is always the same. */
    private final Map<Call, URI> uris = new ConcurrentHashMap<>();

    /**
     * @param own the project that the endpoint is configured for; all calls go to its service
     * @param watch notices responses of another dialect; one an endpoint
     * @param limiter of the organization that the credential belongs to
     * @param log of all that share the limiter
     */
    public ApiClient(ProjectId own, DialectWatch watch, Credentials credentials, RateLimiter limiter, ServiceLog log, Transport transport,
            Bounds bounds, Time time) {
        this.own = own;
        this.watch = watch;
        this.advice = new Advice(watch.dialect().answers(), credentials.scope());
        this.credentials = AwaitedCredentials.of(credentials);
        this.limiter = limiter;
        this.log = log;
        this.transport = transport;
        this.bounds = bounds;
        this.time = time;
    }

    /**
     * Sends a request once, and once more with a refreshed credential when the service rejects the first.
     *
     * @param attempt which attempt of the call it is, from 1
     */
    CallResult send(ApiRequest request, int attempt) {
        StopSignal stop = request.stop();
        if (stop.isStopped()) {
            return new Failure(Problem.STOPPING);
        }
        try {
            Credentials.Header credential = credentials.header(stop);
            CallResult result = send(request, attempt, credential);
            boolean isRenewed = isUnauthorized(result) && credentials.refresh(credential, stop);
            return isRenewed ? send(request, attempt, credentials.header(stop)) : result;
        } catch (CredentialsException e) {
            return new Failure(stop.isStopped() ? Problem.STOPPING : noCredential(e));
        }
    }

    private CallResult send(ApiRequest request, int attempt, Credentials.Header credential) {
        Duration maxWait = longer(request.maxWait(), bounds.timeout());
        if (!acquirePermit(request, maxWait)) {
            return new Failure(request.stop().isStopped() ? Problem.STOPPING : pausedFor(maxWait));
        }
        URI uri = uri(request);
        ProblemMapper problems = new ProblemMapper(request, advice, uri, new SafeText(secret(credential)), time.now());
        byte[] body = request.body() == null ? null : Json.bytes(request.body());
        request.stats().request();
        long startedAt = time.nanoTime();
        Map<String, String> headers = requestHeaders.of(request, credential, body != null);
        CallResult result = exchange(request, new Request(request.call().verb(), uri, headers, body), problems);
        log.ended(request, attempt, result, startedAt, time.nanoTime());
        return request.project().equals(own) ? result : result.mapProblem(ApiClient::ofNamedProject);
    }

    @SuppressWarnings("ReferenceEquality") // Address.NONE is the only one without parts.
    private URI uri(ApiRequest request) {
        return request.address() == Address.NONE
                ? uris.computeIfAbsent(request.call(), call -> uri(call, Address.NONE))
                : uri(request.call(), request.address());
    }

    private URI uri(Call call, Address address) {
        return URI.create(own.service() + call.target(address));
    }

    private CallResult exchange(ApiRequest request, Request sent, ProblemMapper problems) {
        try {
            Response response = transport.send(sent, bounds);
            adaptRate(response, request.stats());
            CallResult result = ResponseReader.read(response, problems);
            look(request, result);
            result.responseBody().ifPresent(
                    read -> PackedArray.change(read, part -> watch.dialect().answers().nameUids(request.call(), part)));
            return result;
        } catch (IOException e) {
            return new Failure(problems.exception(e));
        }
    }

    /** Whether the service has a project that a message named says nothing of its dialect. */
    private void look(ApiRequest request, CallResult result) {
        if (request.project().equals(own)) {
            watch.look(request, result);
        }
    }

    /** A project that a message named and that the service does not serve is the message's fault. The configuration names another. */
    private static Problem ofNamedProject(Problem problem) {
        boolean isOfProject = problem.category() == Category.MISCONFIGURED || problem.status() == FORBIDDEN;
        return isOfProject
                ? new Problem(Category.REJECTED, problem.status(), problem.code(),
                        problem.message() + "; the message has chosen the project",
                        problem.fieldErrors(), Retry.USELESS)
                : problem;
    }

    private boolean acquirePermit(ApiRequest request, Duration maxWait) {
        long startedAt = time.nanoTime();
        boolean acquired = limiter.acquirePermit(lane(request.project()), maxWait, request.stop());
        long waited = time.nanoTime() - startedAt;
        if (waited > NOTICEABLE) {
            request.stats().waited(Duration.ofNanos(waited));
        }
        return acquired;
    }

    /** A project of another uid was named by a message. */
    private Lane lane(ProjectId project) {
        return new Lane(project.uid(), project.equals(own));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Problem pausedFor(Duration maxWait) {
        String message = "not sent, because the service asked to wait another " + limiter.pause().toSeconds() + " s, which is more than "
                + maxWait.toSeconds() + " s (the longer of retryTimeout and requestTimeout)";
        return new Problem(Category.UNAVAILABLE, 0, null, message, List.of(), Retry.USELESS);
    }

    /** Passes on what the service says of the rate. */
    private void adaptRate(Response response, CallStats stats) {
        if (response.status() == TOO_MANY_REQUESTS) {
            stats.rateLimited();
            limiter.refused(RetryAfter.of(response, time.now()));
        }
        RateLimitHeader.perSecond(response).ifPresent(limiter::limit);
    }

    private static boolean isUnauthorized(CallResult result) {
        return result.failure().filter(problem -> problem.status() == UNAUTHORIZED).isPresent();
    }

    private static Problem noCredential(CredentialsException e) {
        String message = "no credential: " + e.getMessage();
        return e.isTransient()
                ? new Problem(Category.UNAVAILABLE, 0, null, message, List.of(), Retry.SAFE)
                : new Problem(Category.UNAUTHORIZED, 0, null, message, List.of(), Retry.USELESS);
    }

    /** Without the scheme before it, such as {@code Bearer}, which is an ordinary word. */
    private static String secret(Credentials.Header credential) {
        return credential.value().substring(credential.value().lastIndexOf(' ') + 1);
    }
}
