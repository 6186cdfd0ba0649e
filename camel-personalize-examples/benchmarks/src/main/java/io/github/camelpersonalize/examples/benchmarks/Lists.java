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

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service in this process that lists what it is told to, and accepts no writes. */
final class Lists implements AutoCloseable {

    private static final int OK = 200;

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
            exchange.getRequestBody().readAllBytes();
            byte[] list = lists.getOrDefault(exchange.getRequestURI().getPath(), "[]".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(OK, list.length);
            exchange.getResponseBody().write(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
