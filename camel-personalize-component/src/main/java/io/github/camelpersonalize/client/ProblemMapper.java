// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import io.github.camelpersonalize.client.ErrorReader.ErrorText;
import io.github.camelpersonalize.client.Problem.Category;
import io.github.camelpersonalize.client.Problem.Retry;
import io.github.camelpersonalize.text.SafeText;
import io.github.camelpersonalize.transport.Response;
import io.github.camelpersonalize.transport.ResponseTooLargeException;
import io.github.camelpersonalize.transport.TunnelRefusedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Turns whatever is no success into a {@link Problem}: whose fault it is, and what to do. */
final class ProblemMapper {

    private final String host;
    private final SafeText safe;
    private final Instant now;

    ProblemMapper(URI uri, SafeText safe, Instant now) {
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
                    "check authtoken, accessToken, the OAuth options or credentials (on the endpoint or as camel.component.personalize.*)");
            case 403 -> problem(Category.UNAUTHORIZED, status, error, Retry.USELESS, "the credential may not do this (403)",
                    "check its permissions and the option projectUid");
            case 407 -> problem(Category.UNAUTHORIZED, status, error, Retry.USELESS, "the proxy asks for a credential (407)",
                    "check proxyAuthUsername and proxyAuthPassword");
            case 421, 425 -> problem(Category.UNAVAILABLE, status, error, Retry.SAFE.after(after), notTaken(status), null);
            case 429 ->
                problem(Category.UNAVAILABLE, status, error, Retry.SAFE.after(after), "the organization's rate limit is used up (429)",
                        null);
            case 408 -> problem(Category.UNAVAILABLE, status, error, Retry.IN_DOUBT.after(after), notTaken(status), null);
            case 500, 502, 503, 504 -> problem(Category.UNAVAILABLE, status, error, Retry.IN_DOUBT.after(after),
                    "the service failed with " + status, null);
            default -> status >= 400 && status < 500
                    ? problem(Category.REJECTED, status, error, Retry.USELESS, "the service refused it with " + status, null)
                    : problem(Category.UNAVAILABLE, status, error, Retry.USELESS_IN_DOUBT, "the service failed with " + status, null);
        };
    }

    private static String notTaken(int status) {
        return "the service did not take the request (" + status + ")";
    }

    /** No response, or not a whole one. */
    Problem exception(IOException e) {
        return new Problem(Category.UNAVAILABLE, 0, null, "no answer from " + host + ": " + reason(e), List.of(), retry(e));
    }

    /** A certificate does not mend itself; a connection that was not made carried nothing; of all else the request may have arrived. */
    private static Retry retry(IOException e) {
        if (e instanceof TunnelRefusedException refused) {
            return refused.isPassing() ? Retry.SAFE : Retry.USELESS;
        }
        if (e instanceof SSLHandshakeException && e.getCause() instanceof EOFException) {
            return Retry.SAFE;
        }
        if (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException) {
            return Retry.USELESS;
        }
        if (e instanceof ResponseTooLargeException) {
            return Retry.USELESS_IN_DOUBT;
        }
        return e instanceof ConnectException || e instanceof UnknownHostException || e instanceof ConnectTimeoutException
                || e instanceof ConnectionRequestTimeoutException ? Retry.SAFE : Retry.IN_DOUBT;
    }

    /** A 2xx response that is not what the API answers. */
    Problem notJson(Response response, String why) {
        String start = !response.isEncoded() && !response.isEmpty() ? "; it begins: " + safe.of(response.body()) : "";
        return Problem.unavailable(response.status(), "not JSON from " + host + " (status " + response.status() + "): " + safe.of(why)
                + "; check baseUrl and what stands between this machine and the service" + start);
    }

    private String redirect(Response response) {
        return "the service answered " + response.status() + ", a redirect to " + target(response.header("location"))
                + ", which is not followed, because it would carry the credential there; check baseUrl";
    }

    /** The host only: the rest of the address may hold secrets. */
    private String target(String location) {
        try {
            String redirected = location == null ? null : URI.create(location).getHost();
            return redirected == null ? host : safe.of(redirected);
        } catch (IllegalArgumentException e) {
            return "an unreadable address";
        }
    }

    private String reason(IOException e) {
        if (e instanceof UnknownHostException) {
            return "its name cannot be resolved";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : safe.of(message);
    }

    private static Problem problem(Category kind, int status, ErrorText error, Retry retry, String what, String advice) {
        String said = error.text();
        String message = what + (said.isEmpty() ? "" : ": " + said) + (advice == null ? "" : "; " + advice);
        return new Problem(kind, status, error.code(), message, error.fieldErrors(), retry);
    }
}
