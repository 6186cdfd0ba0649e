// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.Framing;
import io.github.camelpersonalize.faultserver.RecordedRequest;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which requests share a connection, and how long one lives. */
class ConnectionsTest extends Exchanges {

    private static final Timeout SECONDS = Timeout.ofSeconds(20);
    private static final byte[] EMPTY_RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

    @Test
    void equalSettingsShareConnections() throws Exception {
        getEvents();
        getEvents();

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void otherSettingsDoNot() throws Exception {
        getEvents();
        get(pool(new ClientSettings.Pool(4, 3, -1, 5000)), server.baseUrl() + "/events", BOUNDS);

        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionOlderThanItsTimeToLiveIsNotUsedAgain() throws Exception {
        ClientSettings brief = pool(new ClientSettings.Pool(4, 2, 1, 5000));
        server.on(EVENTS, Answers.good().slow(200));

        get(brief, server.baseUrl() + "/events", BOUNDS);
        get(brief, server.baseUrl() + "/events", BOUNDS);

        assertThat(server.recorded()).extracting(RecordedRequest::connection).containsExactly(1, 2);
    }

    /** Read as the response to the next request, they would be the response of somebody else. */
    @Test
    void aConnectionWithBytesAfterTheEndOfAResponseIsNotUsedAgain() throws Exception {
        server.on(EVENTS, Answers.ok("{\"uid\": \"other\"}").framed(Framing.SHORT_LENGTH));

        getEvents();

        assertThat(text(getEvents())).isEqualTo("{\"data\":[]}");
        assertThat(server.recorded()).extracting(RecordedRequest::connection).containsExactly(1, 2);
    }

    @Test
    void aHostHasNoMoreConnectionsThanTheSettingsSay() throws Exception {
        assertOneRequestAtATime(new ClientSettings.Pool(4, 1, -1, 5000));
    }

    @Test
    void aPoolHasNoMoreConnectionsThanTheSettingsSay() throws Exception {
        assertOneRequestAtATime(new ClientSettings.Pool(1, 4, -1, 5000));
    }

    @Test
    void aConnectionThatIsNotMadeInTimeWasNotMade() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); Crowd crowd = new Crowd(deaf)) {
            assertThat(crowd.isFull()).isTrue();

            assertThatThrownBy(() -> get(pool(new ClientSettings.Pool(4, 2, -1, 100)), "http://127.0.0.1:" + deaf.getLocalPort(), BOUNDS))
                    .isInstanceOfSatisfying(IOException.class, e -> assertThat(TransportException.of(e).isUnreachable()).isTrue());
        }
    }

    /** It would end a request before a longer {@code requestTimeout}: HttpClient's own is 3 minutes. */
    @Test
    void readsHaveNoTimeoutBesideTheDeadlineOfTheRequest() throws Exception {
        List<Timeout> timeouts = new ArrayList<>();
        try (PoolingHttpClientConnectionManager connections = ConnectionPool.of(direct(), context)) {
            ConnectionEndpoint endpoint = connections.lease("1", new HttpRoute(HttpHost.create(server.baseUrl())), SECONDS, null)
                    .get(SECONDS);
            HttpClientContext exchange = HttpClientContext.create();
            connections.connect(endpoint, SECONDS, exchange);
            endpoint.execute("1", ClassicRequestBuilder.get(server.baseUrl() + "/events").build(), (request, connection, same) -> {
                timeouts.add(connection.getSocketTimeout());
                return null;
            }, exchange);
        }

        assertThat(timeouts).containsExactly(Timeout.ZERO_MILLISECONDS);
    }

    @Test
    void theConnectionsAreClosedWhenTheComponentStops() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> afterwards = CompletableFuture.supplyAsync(() -> answerOnce(listening));
            get("http://127.0.0.1:" + listening.getLocalPort() + "/events");
            assertThat(afterwards).isNotDone();

            clients.stop();

            assertThat(afterwards).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(-1);
        }
    }

    @Test
    void clientsThatWereStoppedMayStartAgain() throws Exception {
        getEvents();
        clients.stop();
        clients.start();

        assertThat(getEvents().status()).isEqualTo(200);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void clientsThatNeverStartedCanBeStopped() {
        HttpClients unused = new HttpClients(context);

        unused.doStop();

        assertThat(unused.isStarted()).isFalse();
    }

    private void assertOneRequestAtATime(ClientSettings.Pool pool) throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(1);
        server.on(EVENTS, Answers.good().whenReceived(received::countDown).whenReady(ready::await));
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> getUnchecked(pool(pool)));
        received.await();

        assertThatThrownBy(() -> get(pool(pool), server.baseUrl() + "/events", new Bounds(Duration.ofMillis(100), 1000)))
                .isInstanceOf(TransportException.class).hasMessage("no complete response within requestTimeout=100ms");

        ready.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(10)).extracting(Response::status).isEqualTo(200);
        assertThat(server.requests()).containsExactly(EVENTS);
    }

    private Response getUnchecked(ClientSettings settings) {
        try {
            return get(settings, server.baseUrl() + "/events", BOUNDS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClientSettings pool(ClientSettings.Pool pool) {
        return new ClientSettings(null, null, pool);
    }

    /** Answers one request. @return the first byte of the connection after it, -1 for its end */
    private static int answerOnce(ServerSocket listening) {
        try (Socket connection = listening.accept()) {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) connection.getInputStream().read());
            }
            connection.getOutputStream().write(EMPTY_RESPONSE);
            return connection.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As many connections as a server that accepts none lets wait. */
    private static final class Crowd implements AutoCloseable {

        private final List<Socket> waiting = new ArrayList<>();
        private final ServerSocket server;

        Crowd(ServerSocket server) {
            this.server = server;
        }

        boolean isFull() throws IOException {
            for (int i = 0; i < 20; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(server.getLocalSocketAddress(), 200);
                } catch (SocketTimeoutException e) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }
}
