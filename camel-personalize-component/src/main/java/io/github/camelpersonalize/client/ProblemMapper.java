// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.KnownError;
import io.github.camelpersonalize.client.ErrorReader.ErrorText;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.text.SafeText;
import io.github.camelpersonalize.transport.Response;
import io.github.camelpersonalize.transport.TransportException;
import org.jspecify.annotations.Nullable;

/** Maps responses other than a success, and exceptions, to a {@link Problem}: whose fault it is, and what to do. */
final class ProblemMapper {

    private final ApiRequest request;
    private final Call call;
    private final Advice advice;
    private final URI uri;
    private final String host;
    private final SafeText safe;
    private final Instant now;

    ProblemMapper(ApiRequest request, Advice advice, URI uri, SafeText safe, Instant now) {
        this.request = request;
        this.call = request.call();
        this.advice = advice;
        this.uri = uri;
        this.host = uri.getHost();
        this.safe = safe;
        this.now = now;
    }

    /** A response with a status other than 2xx. */
    Problem status(Response response) {
        int status = response.status();
        ErrorText error = ErrorReader.read(response, safe);
        Optional<Duration> after = RetryAfter.of(response, now);
        return switch (status) {
            case 301, 302, 303, 307, 308 -> new Problem(Category.UNAVAILABLE, status, null, redirect(response), List.of(), Retry.USELESS);
            case 401 -> problem(Category.UNAUTHORIZED, status, error, Retry.USELESS, "the service refused the credential with 401",
                    advice.unauthorized(uri));
            case 403 ->
                problem(Category.UNAUTHORIZED, status, error, Retry.USELESS, "the credential does not have permission for this (403)",
                        advice.forbidden(request));
            case 407 -> problem(Category.UNAUTHORIZED, status, error, Retry.USELESS, "the proxy asks for a credential (407)",
                    "check proxyAuthUsername and proxyAuthPassword");
            case 421, 425 -> problem(Category.UNAVAILABLE, status, error, Retry.SAFE.after(after), notAccepted(status), null);
            case 429 ->
                problem(Category.UNAVAILABLE, status, error, Retry.SAFE.after(after), "the organization's rate limit is used up (429)",
                        null);
            case 408 -> problem(Category.UNAVAILABLE, status, error, Retry.IN_DOUBT.after(after), notAccepted(status), null);
            case 500, 502, 503, 504 -> problem(Category.UNAVAILABLE, status, error, Retry.IN_DOUBT.after(after),
                    "the service failed with " + status, null);
            default -> otherStatus(status, error);
        };
    }

    private Problem otherStatus(int status, ErrorText error) {
        if (status < 400 || status >= 500) {
            return problem(Category.UNAVAILABLE, status, error, Retry.USELESS_IN_DOUBT, "the service failed with " + status, null);
        }
        Optional<KnownError> known = advice.known(status, error, request.body());
        return isOfRecord(status) ? refused(status, error, known) : notServed(status, error, known.filter(KnownError::isConfiguration));
    }

    /** A record can be the reason, unless the service says that the configuration is. */
    private Problem refused(int status, ErrorText error, Optional<KnownError> known) {
        Category category = known.filter(KnownError::isConfiguration).map(row -> Category.MISCONFIGURED).orElse(Category.REJECTED);
        return named(known, problem(category, status, error, Retry.USELESS, "the service refused it with " + status,
                known.map(KnownError::advice).orElse(null)));
    }

    private Problem notServed(int status, ErrorText error, Optional<KnownError> known) {
        return named(known, problem(Category.MISCONFIGURED, status, error, Retry.USELESS, notThere(status),
                known.map(KnownError::advice).orElse("check baseUrl, region and the option projectUid")));
    }

    /** With the code of the dialect's table where it has one. The message still says the service's own. */
    private static Problem named(Optional<KnownError> known, Problem problem) {
        return known.map(row -> problem.withCode(row.code())).orElse(problem);
    }

    /**
     * Whether a record can be the reason. Only what the request contains of it can: a uid that does not exist, or a body. A path without a uid
     * exists in every project, and so does every method of the API.
     */
    private boolean isOfRecord(int status) {
        return switch (status) {
            case 404, 410 -> call.needsUid();
            case 405 -> false;
            default -> call.needsUid() || call.body() != null;
        };
    }

    private String notThere(int status) {
        String served = " does not serve " + call.verb() + " " + call.path() + " of this project (" + status + ")";
        String refused = " refuses " + call.verb() + " " + call.path() + ", which contains nothing of a record, with " + status;
        return host + (status == 404 || status == 405 || status == 410 ? served : refused);
    }

    private static String notAccepted(int status) {
        return "the service did not accept the request (" + status + ")";
    }

    /** No response, or not a whole one. */
    Problem exception(IOException e) {
        TransportException failure = TransportException.of(e);
        Retry retry = new Retry(failure.mayRetry(), failure.inDoubt(), Optional.empty());
        String message = "no response from " + host + ": " + safe.of(String.valueOf(failure.getMessage()));
        if (failure.isMisconfigured()) {
            return new Problem(Category.MISCONFIGURED, 0, null, message + "; check baseUrl and sslContextParameters", List.of(), retry);
        }
        String advice = failure.isUnreachable() ? "; check baseUrl, and the proxy and the network up to there" : "";
        return new Problem(Category.UNAVAILABLE, 0, null, message + advice, List.of(), retry);
    }

    /** A 2xx response that the API does not send. */
    Problem notJson(Response response, String why) {
        String start = response.isEncoded() || response.isEmpty() ? "" : "; it begins: " + safe.of(response.body());
        return Problem.unavailable(response.status(), "not JSON from " + host + " (status " + response.status() + "): " + safe.of(why)
                + "; check baseUrl and what stands between this machine and the service" + start);
    }

    private String redirect(Response response) {
        return "the service responded with " + response.status() + ", a redirect to " + target(response.header("location"))
                + ", which is not followed, because it would carry the credential there; check baseUrl";
    }

    /** The host only: the rest of the address may hold secrets. */
    private String target(@Nullable String location) {
        try {
            return Optional.ofNullable(location).map(text -> URI.create(text).getHost()).map(safe::of).orElse(host);
        } catch (IllegalArgumentException e) {
            return "an unreadable address";
        }
    }

    private static Problem problem(Category category, int status, ErrorText error, Retry retry, String what,
            @Nullable String advice) {
        StringBuilder message = new StringBuilder(what);
        String said = error.text();
        if (!said.isEmpty()) {
            message.append(": ").append(said);
        }
        if (advice != null) {
            message.append("; ").append(advice);
        }
        return new Problem(category, status, error.code(), message.toString(), error.fieldErrors(), retry);
    }
}
