// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.text.SafeText;
import io.github.camelpersonalize.transport.Response;
import io.github.camelpersonalize.transport.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no access token: what the authorization server did, whether that is transient, and what to do. Of a response's body only
 * {@code error} and {@code error_description} are quoted (RFC 6749, section 5.2).
 */
final class TokenErrors {

    private static final int MAX_CODE = 64;
    private static final int MAX_DESCRIPTION = 200;
    private static final Set<Integer> TRANSIENT_STATUS = Set.of(408, 421, 425, 429);

    /** The first two are of other responses of RFC 6749 (section 4.1.2.1), the third of RFC 8628; servers use them here as well. */
    private static final Set<String> TRANSIENT_CODES = Set.of("server_error", "temporarily_unavailable", "slow_down");

    private final OAuthSettings settings;
    private final SafeText text;

    /**
     * @param refreshToken the one that was sent, or {@code null}
     */
    TokenErrors(OAuthSettings settings, @Nullable String refreshToken) {
        this.settings = settings;
        this.text = new SafeText(settings.clientSecret(), settings.refreshToken(), refreshToken);
    }

    /** No whole response. The exception is not kept as the cause, because it may quote a line of the response. */
    CredentialsException noResponse(IOException e) {
        TransportException failure = TransportException.of(e);
        String message = "no response from " + server() + ": " + text.of(String.valueOf(failure.getMessage()), MAX_DESCRIPTION);
        if (failure.isMisconfigured()) {
            return permanent(message + "; check tokenUrl and sslContextParameters");
        }
        return transientFailure(message + (failure.isUnreachable() ? "; check tokenUrl, and the proxy and the network up to there" : ""));
    }

    /** A status other than 2xx. */
    CredentialsException status(Response response, JsonNode body) {
        int status = response.status();
        if (status / 100 == 3) {
            return transientFailure(
                    server() + " responded with " + status
                            + ", a redirect, which is not followed, because it would carry the secrets there;"
                            + " check tokenUrl");
        }
        if (status == 407) {
            return permanent("the proxy asks for a credential (407); check proxyAuthUsername and proxyAuthPassword");
        }
        if (status / 100 != 4 || TRANSIENT_STATUS.contains(status)) {
            return transientFailure(server() + " failed with " + status + said(body));
        }
        return hasCode(body)
                ? refused(status, body)
                : permanent(server() + " responded with " + status + " without an OAuth error code; check tokenUrl");
    }

    static boolean hasCode(JsonNode body) {
        return body.path("error").isTextual() && !body.path("error").textValue().isBlank();
    }

    /** The server gives an error code. */
    CredentialsException refused(int status, JsonNode body) {
        String code = body.path("error").textValue();
        String what = server() + " refused the " + settings.grant() + " grant with " + status + said(body);
        if (TRANSIENT_CODES.contains(code)) {
            return transientFailure(what);
        }
        String message = what + advice(code);
        return "invalid_grant".equals(code) ? new GrantRefusedException(message) : permanent(message);
    }

    /** A status of 2xx without JSON, such as a page of a gateway. */
    CredentialsException notJson(Response response) {
        String type = response.headers().get("content-type");
        String contentType = type == null ? "" : " (content type " + text.of(type.split(";", 2)[0].strip(), MAX_CODE) + ")";
        return transientFailure(server() + " responded with " + response.status() + " and no JSON object" + contentType
                + "; check tokenUrl and what stands between this machine and the server");
    }

    /** JSON, but no token that can be used. */
    CredentialsException unusable(String how) {
        return permanent(server() + " responded " + how + "; check tokenUrl");
    }

    private String said(JsonNode body) {
        if (!hasCode(body)) {
            return "";
        }
        String code = text.of(body.path("error").textValue(), MAX_CODE);
        String description = text.of(body.path("error_description").asText(""), MAX_DESCRIPTION);
        return description.isEmpty() ? " " + code : " " + code + " (" + description + ")";
    }

    private String advice(String code) {
        return switch (code) {
            case "invalid_client" -> "; check clientId and clientSecret";
            case "invalid_grant" -> settings.refreshToken() == null
                    ? "; check clientId and clientSecret"
                    : "; the refresh token has expired, was revoked or used before: have the app authorized again and set refreshToken";
            case "unauthorized_client" -> "; allow this grant in the app's settings, or use another one";
            case "unsupported_grant_type" -> "; " + (settings.refreshToken() == null ? "set refreshToken" : "check tokenUrl");
            case "invalid_scope" -> "; check scope";
            default -> "; check tokenUrl, clientId, clientSecret, refreshToken and scope";
        };
    }

    private String server() {
        return "the authorization server " + settings.server();
    }

    private static CredentialsException transientFailure(String message) {
        return new CredentialsException(message, true, null);
    }

    private static CredentialsException permanent(String message) {
        return new CredentialsException(message);
    }
}
