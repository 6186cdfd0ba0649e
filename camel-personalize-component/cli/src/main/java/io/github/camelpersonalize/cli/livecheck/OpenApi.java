// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.api.Call;
import io.github.camelpersonalize.api.Dialect;

/** Compares the service's own description with the tables of the component. Sends one request, without a credential. */
final class OpenApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Findings findings;

    OpenApi(Findings findings) {
        this.findings = findings;
    }

    /** Reads the description at the service, and compares it. */
    void compare(URI service) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/openapi")).timeout(Duration.ofSeconds(30)).build();
        try {
            HttpResponse<byte[]> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            JsonNode description = response.statusCode() == OK ? JSON.readTree(response.body()) : JSON.nullNode();
            findings.check(Point.OPENAPI, description.path("paths").isObject(), "HTTP " + response.statusCode());
            if (description.path("paths").isObject()) {
                compare(description);
            }
        } catch (IOException e) {
            findings.observe(Point.OPENAPI, "no description: " + e.getMessage());
        }
    }

    private void compare(JsonNode description) {
        Set<String> described = described(description);
        check(Point.OPENAPI_CALLS, described, calls(false));
        check(Point.OPENAPI_PROJECTS, described, calls(true));
        described.removeAll(calls(true));
        described.removeAll(calls(false));
        findings.observe(Point.OPENAPI_MORE, described.isEmpty() ? "none" : String.join(", ", described));
        required(description);
    }

    private void check(Point point, Set<String> described, Set<String> known) {
        Set<String> missing = new TreeSet<>(known);
        missing.removeAll(described);
        findings.check(point, missing.isEmpty(), missing.isEmpty() ? "all " + known.size() : "missing: " + String.join(", ", missing));
    }

    private void required(JsonNode description) {
        List<String> differences = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (Call call : Dialect.LIVE.calls()) {
            JsonNode schema = call.body() == null ? JSON.nullNode() : schema(description, call);
            if (schema.isObject()) {
                Set<String> theirs = new TreeSet<>(Json.texts(schema.path("required")));
                Set<String> ours = new TreeSet<>(Json.texts(own(call.body()).path("required")));
                (theirs.equals(ours) ? same : differences).add(plain(call) + " requires " + theirs + ", here " + ours);
            }
        }
        if (same.isEmpty() && differences.isEmpty()) {
            findings.observe(Point.OPENAPI_REQUIRED, "no bodies are described");
            return;
        }
        findings.check(Point.OPENAPI_REQUIRED, differences.isEmpty(),
                differences.isEmpty() ? same.size() + " bodies" : String.join("; ", differences));
    }

    private static JsonNode schema(JsonNode description, Call call) {
        for (var path : description.path("paths").properties()) {
            JsonNode body = path.getValue().path(call.verb().name().toLowerCase(Locale.ROOT)).path("requestBody");
            if (plain(path.getKey()).equals(plain(call.path())) && !body.isMissingNode()) {
                JsonNode schema = body.at("/content/application~1json/schema");
                return schema.has("$ref") ? description.at(schema.get("$ref").asText().substring(1)) : schema;
            }
        }
        return JSON.nullNode();
    }

    /** The schema by which the component validates a body. */
    private static JsonNode own(String body) {
        try (InputStream schema = PersonalizeComponent.class.getResourceAsStream("definition/live/" + body + ".json")) {
            return JSON.readTree(schema);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> calls(boolean isOfOrganization) {
        return Dialect.LIVE.calls().stream().filter(call -> call.isOfOrganization() == isOfOrganization).map(OpenApi::plain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> described(JsonNode description) {
        return description.path("paths").properties().stream().flatMap(path -> methods(path.getValue())
                .map(method -> method + " " + plain(path.getKey()))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> methods(JsonNode path) {
        return path.properties().stream().map(method -> method.getKey()).filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT));
    }

    private static String plain(Call call) {
        return call.verb() + " " + plain(call.path());
    }

    /** A path without the names of its parameters, which differ. */
    private static String plain(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
