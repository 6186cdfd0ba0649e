// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Address;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.text.SafeText;
import io.github.camelpersonalize.time.StopSignal;
import io.github.camelpersonalize.transport.Response;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The calls and responses of which the tests of this package speak. */
final class Calls {

    static final ProjectId PROJECT = new ProjectId(URI.create("https://service.example/v1"), "p1");
    static final String SECRET = "canary-secret-1";
    static final Duration MAX_WAIT = Duration.ofMinutes(2);
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    static final Call LIST = contract(Resource.attributes, Operation.list);
    static final Call CREATE = contract(Resource.attributes, Operation.create);
    static final Call UPDATE = contract(Resource.attributes, Operation.update);
    static final Call DELETE = contract(Resource.attributes, Operation.delete);
    static final Call GET_PRIORITY = contract(Resource.experiences, Operation.getPriority);
    static final Call LIST_PROJECTS = Dialect.LIVE.call(Resource.projects, Operation.list).orElseThrow();

    private Calls() {}

    private static Call contract(Resource resource, Operation operation) {
        return Dialect.CONTRACT.call(resource, operation).orElseThrow();
    }

    /** With the uid {@code a1} and the body {@code {"key":"age"}} where the call has one. */
    static ApiRequest request(Call call) {
        return request(call, PROJECT, new StopSignal());
    }

    static ApiRequest request(Call call, ProjectId project, StopSignal stop) {
        Address address = call.needsUid() ? Address.of(new Uid("a1")) : Address.NONE;
        JsonNode body = call.body() == null ? null : json("{\"key\": \"age\"}");
        return new ApiRequest(call, address, body, project, MAX_WAIT, CallStats.whole(), stop);
    }

    /** What the response of that status to the call is mapped to, in the dialect of the contract. */
    static ProblemMapper problems(Call call) {
        return problems(call, Dialect.CONTRACT, Optional.empty());
    }

    static ProblemMapper problems(Call call, Dialect dialect, Optional<String> scope) {
        URI uri = URI.create(PROJECT.service() + call.path().replace("{id}", "a1"));
        return new ProblemMapper(request(call), new Advice(dialect.answers(), scope), uri, new SafeText(SECRET), NOW);
    }

    static Response response(int status, String body) {
        return response(status, Map.of("content-type", "application/json"), body);
    }

    static Response response(int status, Map<String, String> headers, String body) {
        return new Response(status, headers, body.getBytes(UTF_8));
    }

    static JsonNode json(String text) {
        return Json.read(text.getBytes(UTF_8));
    }
}
