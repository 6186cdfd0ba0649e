// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.camelpersonalize.examples.setup.Connector;

/** The route at work on the sample messages, sent one after the other as a customer data platform would. */
final class Demo {

    /** Six messages that are well, two that are not. */
    static final List<Integer> EXPECTED = List.of(202, 202, 202, 202, 202, 202, 400, 400);

    private final String secret = UUID.randomUUID().toString();
    private final URI webhook;
    private final Map<String, String> overrides;
    private final PrintStream out;

    /**
     * Nothing is started yet.
     *
     * @param service
     *            where the definitions go, as properties of the component
     * @param out
     *            where people look
     */
    Demo(Map<String, String> service, PrintStream out) throws IOException {
        int port = freePort();
        this.webhook = URI.create("http://127.0.0.1:" + port + "/webhook");
        this.overrides = new HashMap<>(service);
        this.overrides.put("webhook.host", "127.0.0.1");
        this.overrides.put("webhook.port", String.valueOf(port));
        this.overrides.put("webhook.secret", secret);
        this.out = out;
    }

    URI webhook() {
        return webhook;
    }

    /** Sends all messages; gives back the status of each answer. */
    List<Integer> run() throws Exception {
        try (Connector connector = new Connector(overrides).start()) {
            return send(messages());
        }
    }

    private List<Integer> send(List<String> messages) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        List<Integer> answers = new ArrayList<>();
        for (String message : messages) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(webhook).header(SecretFilter.HEADER, secret)
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(message)).build(),
                    HttpResponse.BodyHandlers.ofString());
            out.printf("-> %s%n<- %d %s%n%n", message, answer.statusCode(), answer.body());
            answers.add(answer.statusCode());
        }
        return answers;
    }

    private static List<String> messages() throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Demo.class.getResourceAsStream("/samples/webhooks.jsonl"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
