// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.faultserver.Answers.closing;
import static io.github.camelpersonalize.faultserver.Answers.fin;
import static io.github.camelpersonalize.faultserver.Answers.good;
import static io.github.camelpersonalize.faultserver.Answers.reset;
import static io.github.camelpersonalize.faultserver.Answers.slow;
import static io.github.camelpersonalize.faultserver.Answers.stall;
import static io.github.camelpersonalize.faultserver.Answers.status;
import static io.github.camelpersonalize.faultserver.FaultServer.json;
import static io.github.camelpersonalize.faultserver.RawClient.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaultServerTest {

    private final AtomicLong clock = new AtomicLong();
    @AutoClose
    private final FaultServer server = new FaultServer(clock::get);
    private final JsonClient client = new JsonClient(server);

    @Test
    void aScriptIsUsedUpInOrderAndThenAllIsNormal() throws Exception {
        server.on("POST /events", status(503), status(429), status(500).applied());
        assertThat(create("a")).startsWith("503");
        assertThat(client.send("GET", "/events", "")).isEqualTo("200 {\"data\":[]}");
        assertThat(create("a")).startsWith("429");
        assertThat(server.unused()).containsExactly("POST /events: 1");
        assertThat(create("a")).startsWith("500");
        assertThat(create("a")).startsWith("400");
        assertThat(server.requests()).containsExactly("POST /events", "GET /events", "POST /events", "POST /events", "POST /events");
        assertThat(server.state("events")).containsExactly(json("{\"uid\": \"u1\", \"key\": \"a\"}"));
        assertThat(server.unused()).isEmpty();
    }

    @Test
    void aScriptIsForItsKeyMethodAndPathOnly() throws Exception {
        server.onKey("POST /events", "b", status(503));
        server.on("PUT /*/u1", status(502));
        server.on("** /audiences**", status(500), status(500));
        assertThat(create("a")).startsWith("201");
        assertThat(create("b")).startsWith("503");
        assertThat(create("b")).startsWith("201");
        assertThat(client.send("PUT", "/events/u2", "{\"key\":\"b\"}")).startsWith("200");
        assertThat(client.send("PUT", "/events/u1?all=true", "{\"key\":\"a\"}")).startsWith("502");
        assertThat(client.send("GET", "/audiences", "")).startsWith("500");
        assertThat(client.send("DELETE", "/audiences/u7", "")).startsWith("500");
        assertThat(server.unused()).isEmpty();
    }

    @Test
    void rulesForTheSameRequestsFollowOneAnother() throws Exception {
        server.onKey("POST /events", "a", status(500));
        server.on("POST /events", status(502));
        server.on("POST /events", status(503));
        assertThat(create("b")).startsWith("502");
        assertThat(create("a")).startsWith("500");
        assertThat(create("a")).startsWith("503");
    }

    @Test
    void whatIsAlwaysAnsweredEndsWhenTheServerBehaves() throws Exception {
        server.always("POST **", status(503));
        assertThat(create("a")).startsWith("503");
        assertThat(create("a")).startsWith("503");
        server.behave();
        assertThat(create("a")).startsWith("201");
    }

    @Test
    void aRequestIsRecordedAsItCame() throws IOException {
        clock.set(42);
        try (RawClient raw = new RawClient(server)) {
            raw.send("GET /events?x=1 HTTP/1.1\r\nhost: a\r\nX-B:  two \r\nx-b: three\r\n\r\n").receive(1);
            raw.send("PUT /events/u1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{\"\r\n7;x=y\r\nkey\": 1\r\n1\r\n}\r\n0\r\n\r\n");
            Awaitility.await().until(() -> server.recorded().size() == 2);
        }
        assertThat(server.recorded()).usingRecursiveFieldByFieldElementComparator().containsExactly(
                new RecordedRequest(1, 1, 42, "GET", "/events?x=1", List.of("host: a", "X-B:  two", "x-b: three"), new byte[0], true),
                new RecordedRequest(2, 1, 42, "PUT", "/events/u1", List.of("Transfer-Encoding: chunked"), "{\"key\": 1}".getBytes(), true));
        assertThat(server.recorded().get(0).header("X-b")).isEqualTo("two");
        assertThat(server.recorded().get(0).header("x")).isNull();
    }

    @Test
    void aConnectionClosedUnannouncedIsFollowedByANewOne() throws Exception {
        server.on("GET /events", good(), closing());
        client.send("GET", "/events", "");
        client.send("GET", "/events", "");
        Awaitility.await().ignoreExceptions().until(() -> client.send("GET", "/events", "").startsWith("200"));
        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.recorded()).extracting(RecordedRequest::connection).containsExactly(1, 1, 2);
    }

    @Test
    void aRequestOnAConnectionThatWasClosedUnannouncedIsLost() throws IOException {
        server.on("DELETE /events/u1", status(204).then(Ending.FIN));
        RawClient.Received answer = new RawClient.Received("HTTP/1.1 204 OK\r\n\r\n", RawClient.End.CLOSED);
        try (RawClient raw = new RawClient(server)) {
            assertThat(raw.send(request("DELETE /events/u1", "")).receive(answer)).isEqualTo(answer);
            assertThat(raw.send(request("GET /events", "")).receive(answer).text()).isEmpty();
        }
        assertThat(server.requests()).containsExactly("DELETE /events/u1");
    }

    @Test
    void faultsAreMetByAnOrdinaryClientToo() {
        server.on("GET /events", reset(), fin(), Answers.truncated(), Answers.chunkedGarbage(), Answers.malformedStatusLine());
        while (!server.unused().isEmpty()) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.send("GET", "/events", ""));
        }
    }

    @Test
    void connectionsAreRefusedAndTakenAgainOnTheSamePort() throws Exception {
        String url = server.baseUrl();
        assertThat(create("a")).startsWith("201");
        server.refuseConnections();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> create("b"));
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> create("b"));
        server.acceptConnections();
        assertThat(create("b")).startsWith("201");
        assertThat(server.baseUrl()).isEqualTo(url);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void connectionsAreRefusedForAWhile() {
        server.refuseConnections(Duration.ofMillis(100));
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> create("a"));
        Awaitility.await().ignoreExceptions().until(() -> create("a").startsWith("201"));
    }

    @Test
    void requestsThatOverlapAreCounted() throws Exception {
        CyclicBarrier all = new CyclicBarrier(3);
        server.always("GET /events", good().whenReceived(() -> meet(all)));
        List<CompletableFuture<String>> three = List.of(inBackground("GET"), inBackground("GET"), inBackground("GET"));
        for (CompletableFuture<String> one : three) {
            assertThat(one.get()).startsWith("200");
        }
        assertThat(server.maxConcurrent()).isEqualTo(3);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void requestsOneAfterAnotherAreNotConcurrent() throws Exception {
        for (int i = 0; i < 200; i++) {
            try (RawClient raw = new RawClient(server)) {
                raw.send(request("GET /events", "")).receive("HTTP/1.1 200 OK".length());
            }
            client.send("GET", "/events", "");
        }
        assertThat(server.maxConcurrent()).isEqualTo(1);
    }

    @Test
    void aTestMayActBeforeAndAfterARequestIsCarriedOut() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        server.on("POST /events", good().whenReceived(late::await).whenReady(() -> server.put("events", "{\"key\": \"b\"}")));
        CompletableFuture<String> answer = inBackground("POST");
        Awaitility.await().until(() -> server.requests().size() == 1);
        assertThat(server.state("events")).isEmpty();
        late.countDown();
        assertThat(answer.get()).startsWith("201");
        assertThat(server.state("events")).hasSize(2);
    }

    @Test
    void closingEndsAllThreadsWhateverTheyDo() throws Exception {
        server.on("GET /events", stall(), slow(1), good().whenReceived(() -> new CountDownLatch(1).await()));
        server.refuseConnections(Duration.ofHours(1));
        server.acceptConnections();
        List<CompletableFuture<String>> three = List.of(inBackground("GET"), inBackground("GET"), inBackground("GET"));
        Awaitility.await().until(() -> server.unused().isEmpty());
        server.close();
        for (CompletableFuture<String> one : three) {
            assertThat(one).failsWithin(Duration.ofSeconds(2));
        }
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("fault-server");
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> create("a"));
    }

    private String create(String key) throws Exception {
        return client.send("POST", "/events", "{\"key\":\"" + key + "\"}");
    }

    private CompletableFuture<String> inBackground(String method) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return client.send(method, "/events", "{\"key\":\"a\"}");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, command -> new Thread(command, "test-client").start());
    }

    private static void meet(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
