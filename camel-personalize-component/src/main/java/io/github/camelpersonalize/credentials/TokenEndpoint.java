// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelpersonalize.api.HttpMethod;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.Request;
import io.github.camelpersonalize.transport.Response;
import io.github.camelpersonalize.transport.Transport;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Requests tokens from the authorization server (RFC 6749, sections 3.2, 4.4 and 6), once a call. The client's secret is sent in the form. */
final class TokenEndpoint {

    private static final long MAX_RESPONSE_SIZE = 1024 * 1024;
    private static final Map<String, String> HEADERS = Map.of("content-type", "application/x-www-form-urlencoded", "accept",
            "application/json");

    private final OAuthSettings settings;
    private final Transport transport;
    private final Bounds bounds;

    TokenEndpoint(OAuthSettings settings, Transport transport, Duration timeout) {
        this.settings = settings;
        this.transport = transport;
        this.bounds = new Bounds(timeout, MAX_RESPONSE_SIZE);
    }

    /**
     * @param refreshToken for the refresh_token grant, else {@code null}
     */
    TokenResponse request(@Nullable String refreshToken) throws CredentialsException {
        TokenErrors errors = new TokenErrors(settings, refreshToken);
        try {
            Request request = new Request(HttpMethod.POST, settings.tokenUrl(), HEADERS, form(refreshToken).getBytes(US_ASCII));
            return read(transport.send(request, bounds), errors);
        } catch (IOException e) {
            throw errors.noResponse(e);
        }
    }

    private String form(@Nullable String refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", settings.grant());
        form.put("client_id", settings.clientId());
        form.put("client_secret", settings.clientSecret());
        form.put("refresh_token", refreshToken);
        form.put("scope", settings.scope());
        return form.entrySet().stream().filter(field -> field.getValue() != null)
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8)).collect(Collectors.joining("&"));
    }

    private static TokenResponse read(Response response, TokenErrors errors) throws CredentialsException {
        JsonNode body = body(response);
        if (response.status() / 100 != 2) {
            throw errors.status(response, body);
        }
        if (!body.isObject()) {
            throw errors.notJson(response);
        }
        if (TokenErrors.hasCode(body)) {
            throw errors.refused(response.status(), body);
        }
        return TokenResponse.of(body, errors);
    }

    /** A missing node when it is not JSON; the reason is dropped, because it might quote a token. */
    private static JsonNode body(Response response) {
        try {
            return Json.read(response.body());
        } catch (JsonException e) {
            return MissingNode.getInstance();
        }
    }
}
