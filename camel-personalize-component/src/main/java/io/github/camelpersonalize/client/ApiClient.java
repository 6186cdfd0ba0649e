// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.client.Problem.Kind;
import io.github.camelpersonalize.client.Reply.Failure;
import io.github.camelpersonalize.model.Json;

/** Carries out calls at one address with one credential. Thread-safe. */
public final class ApiClient {

    private final String baseUrl;
    private final Credentials credentials;
    private final Transport transport;
    private final Bounds bounds;

    /**
     * @param baseUrl the service's root; a path in it is kept
     */
    public ApiClient(URI baseUrl, Credentials credentials, Transport transport, Bounds bounds) {
        this.baseUrl = baseUrl.toString().replaceFirst("/+$", "");
        this.credentials = credentials;
        this.transport = transport;
        this.bounds = bounds;
    }

    /** Begins a series of calls for one project. */
    public Conversation open(String projectUid) {
        return new Conversation(this, projectUid);
    }

    Reply send(Call call, String projectUid, Uid uid, JsonNode body) {
        try {
            return send(call, projectUid, uid, body, credentials.header());
        } catch (CredentialsException e) {
            return new Failure(new Problem(Kind.UNAUTHORIZED, 0, null, "no credential: " + e.getMessage(), List.of(), false));
        }
    }

    private Reply send(Call call, String projectUid, Uid uid, JsonNode body, Credentials.Header credential) {
        URI uri = URI.create(baseUrl + call.path(uid));
        Failures failures = new Failures(uri, new SafeText(credential));
        byte[] bytes = body == null ? null : Json.bytes(body);
        try {
            Response response = transport.send(new Request(call.verb(), uri, headers(projectUid, credential, bytes), bytes), bounds);
            return AnswerReader.read(response, failures);
        } catch (IOException e) {
            return new Failure(failures.exception(e));
        }
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
