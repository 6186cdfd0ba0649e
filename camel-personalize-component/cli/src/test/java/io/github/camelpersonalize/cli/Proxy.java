// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A service that lies: it passes requests on to another one, and changes what it likes. */
final class Proxy implements AutoCloseable {

    /** What goes over the wire, in either direction. */
    record Message(String call, int status, String body) {

        Message body(String other) {
            return new Message(call, status, other);
        }

        Message status(int other) {
            return new Message(call, other, body);
        }
    }

    /**
     * What it lies about.
     *
     * @param request the request that the service gets instead; one with a status is answered here
     * @param response the response that the client gets instead
     */
    record Lie(UnaryOperator<Message> request, UnaryOperator<Message> response) {

        static Lie inRequests(UnaryOperator<Message> request) {
            return new Lie(request, UnaryOperator.identity());
        }

        static Lie inResponses(UnaryOperator<Message> response) {
            return new Lie(UnaryOperator.identity(), response);
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String service;
    private final Lie lie;

    Proxy(String service, Lie lie) throws IOException {
        this.service = service;
        this.lie = lie;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Message request = lie.request().apply(new Message(call, 0, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Message response = request.status() == 0 ? lie.response().apply(forward(exchange, request)) : request;
        byte[] body = response.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Message forward(HttpExchange exchange, Message request) {
        HttpRequest.Builder copy = HttpRequest.newBuilder(URI.create(service + exchange.getRequestURI())).method(
                exchange.getRequestMethod(),
                BodyPublishers.ofString(request.body()));
        for (String name : List.of("authtoken", "x-project-uid", "content-type")) {
            exchange.getRequestHeaders().getOrDefault(name, List.of()).forEach(value -> copy.header(name, value));
        }
        try {
            HttpResponse<String> response = client.send(copy.build(), BodyHandlers.ofString());
            return new Message(request.call(), response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
