// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.http.Json;

/** What a client of the service sends, over a real socket. */
public final class Client {

    /** The project of {@link #request}. */
    public static final String PROJECT = "p1";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PersonalizeEmulator emulator;

    public Client(PersonalizeEmulator emulator) {
        this.emulator = emulator;
    }

    /** Status and text of an answer in one, to be compared in one. */
    public record Answer(int status, String text, HttpResponse<byte[]> response) {

        public JsonNode json() {
            return Json.read(response.body()).orElseThrow(() -> new AssertionError("not JSON: " + text));
        }

        public String uid() {
            return json().path("uid").asText();
        }

        public String message() {
            return json().path("message").asText();
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A request that is in order but for its method. */
    public HttpRequest.Builder request(String path) {
        return bare(path).header("authtoken", EmulatorOptions.AUTHTOKEN).header("x-project-uid", PROJECT);
    }

    /** A request without any header. */
    public HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path)).timeout(Duration.ofSeconds(10));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return trySend(request);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Answer trySend(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
