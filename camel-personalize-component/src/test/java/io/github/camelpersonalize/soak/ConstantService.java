// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.soak;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;

import static java.util.stream.Collectors.joining;

/** Answers fast and keeps nothing: the lists are always the same, and what is written is echoed. Every now and then it fails. */
final class ConstantService implements AutoCloseable {

    /** How the names of its threads begin. */
    static final String THREADS = "HTTP-";

    private static final String LIST = IntStream.range(0, 20).mapToObj("""
            {"uid": "held%1$d", "name": "Held %1$d", "key": "held%1$d", "data_type": "string"}"""::formatted)
            .collect(joining(",", "{\"data\": [", "]}"));

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server = ServerBootstrap.bootstrap().register("*", this::answer).create();

    ConstantService() throws IOException {
        server.start();
    }

    String baseUrl() {
        return "http://localhost:" + server.getLocalPort();
    }

    private void answer(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context) throws IOException {
        int number = requests.incrementAndGet();
        if (number % 193 == 0) {
            throw new IOException("the connection is dropped");
        }
        try {
            String body = request.getEntity() == null ? "" : EntityUtils.toString(request.getEntity());
            if (number % 97 == 0) {
                answer(response, 503, "{\"message\": \"busy\", \"status\": 503}");
            } else if (number % 389 == 0) {
                answer(response, 400, "{\"message\": \"no\", \"status\": 400}");
            } else {
                answer(request, response, number, body);
            }
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    private static void answer(ClassicHttpRequest request, ClassicHttpResponse response, int number, String body) {
        switch (request.getMethod()) {
            case "POST", "PUT" -> answer(response, 200, "{\"uid\": \"made" + number + "\"," + body.substring(1));
            case "DELETE" -> response.setCode(204);
            default -> answer(response, 200, request.getPath().indexOf('/', 1) < 0 ? LIST : "{\"uid\": \"one\", \"name\": \"One\"}");
        }
    }

    private static void answer(ClassicHttpResponse response, int status, String json) {
        response.setCode(status);
        response.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }
}
