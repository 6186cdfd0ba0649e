// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service in this process that lists what it is told to. It accepts all writes, and forgets them. */
final class Lists implements AutoCloseable {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int NO_BODY = -1;

    static {
        // Else the JDK's server holds each response back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final byte[] EMPTY = {'[', ']'};

    private final AtomicInteger uids = new AtomicInteger();
    private final Map<String, byte[]> lists = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    Lists() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** From now on the list of this path is this JSON. */
    void put(String path, String json) {
        lists.put(path, json.getBytes(StandardCharsets.UTF_8));
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestMethod()) {
                case "POST" -> respond(exchange, CREATED, created(new String(body, StandardCharsets.UTF_8)));
                case "DELETE" -> exchange.sendResponseHeaders(NO_CONTENT, NO_BODY);
                default -> respond(exchange, OK, lists.getOrDefault(exchange.getRequestURI().getPath(), EMPTY));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same uids in the same order each time: those of the list that is put afterwards. */
    private byte[] created(String body) {
        return "{\"uid\":\"%024x\",%s".formatted(uids.getAndIncrement(), body.substring(1)).getBytes(StandardCharsets.UTF_8);
    }

    private static void respond(HttpExchange exchange, int status, byte[] json) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
