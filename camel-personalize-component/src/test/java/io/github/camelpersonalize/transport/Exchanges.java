// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.github.camelpersonalize.api.HttpMethod;
import io.github.camelpersonalize.faultserver.FaultServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Exchanges with a server that does what a script says, over the clients of one component. */
abstract class Exchanges {

    static final ClientSettings.Pool POOL = new ClientSettings.Pool(4, 2, -1, 5000);
    static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(20), 1000);
    static final String EVENTS = "GET /events";

    final DefaultCamelContext context = new DefaultCamelContext();
    final HttpClients clients = new HttpClients(context);
    final FaultServer server = new FaultServer();

    @BeforeEach
    void start() {
        context.start();
        clients.start();
    }

    @AfterEach
    void stop() throws IOException {
        clients.stop();
        context.close();
        server.close();
    }

    static ClientSettings direct() {
        return new ClientSettings(null, null, POOL);
    }

    /** The server as a proxy. */
    ClientSettings.Proxy proxy(String username, String password, String nonProxyHosts) {
        return new ClientSettings.Proxy("http", "127.0.0.1", URI.create(server.baseUrl()).getPort(), username, password, nonProxyHosts);
    }

    Response get(String url) throws IOException {
        return get(direct(), url, BOUNDS);
    }

    Response get(ClientSettings settings, String url, Bounds bounds) throws IOException {
        return clients.transport(settings).send(new Request(HttpMethod.GET, URI.create(url), Map.of("authtoken", "t1"), null), bounds);
    }

    Response getEvents() throws IOException {
        return get(server.baseUrl() + "/events");
    }

    static String text(Response response) {
        return new String(response.body(), UTF_8);
    }
}
