// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A well-behaved client: the JDK's. */
final class JsonClient {

    /** One for all tests, because it has threads and, in this version of Java, no way to end them. */
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final FaultServer server;

    JsonClient(FaultServer server) {
        this.server = server;
    }

    /** @return the status and the body, if there is one */
    String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).timeout(Duration.ofSeconds(5))
                .header("X-Test", "one").method(method, BodyPublishers.ofString(body)).build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        return (response.statusCode() + " " + response.body()).stripTrailing();
    }
}
