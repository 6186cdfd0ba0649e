// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.faultserver.Answers;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes of one definition that come at the same time, by whatever operation. */
@BothDialects
class OverlappingWritesFaultsTest extends ServerFaultRoutes {

    private static final Duration SOON = Duration.ofSeconds(10);
    /** Long enough for a request that could go on at once. */
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final String UPSERT = "personalize:attributes?operation=upsert";
    private static final String PUT = "PUT /attributes/a1";
    private String alter() {
        return age().replace("Age", "Alter");
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void thereIsAnAttribute() {
        server.put("attributes", held());
        assertOutcome(send(UPSERT, held().replace("\"uid\": \"a1\", ", "")), "UNCHANGED", 1);
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update&uid=a1", "update&key=age", "update", "delete&uid=a1", "delete&key=age"})
    void F76_aSingleWriteWaitsForAnUpsertOfItsDefinition(String operation) {
        CompletableFuture<Exchange> upsert = held(UPSERT, age());

        CompletableFuture<Exchange> single = inBackground("personalize:attributes?operation=" + operation, alter());
        assertThat(single).as("sent before the other had its response").failsWithin(A_MOMENT);
        release(upsert);

        assertThat(single).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(server.recorded().get(server.recorded().size() - 1).toString()).endsWith(" /attributes/a1");
        assertTheIndexIsRight();
    }

    @ParameterizedTest
    @ValueSource(strings = {"personalize:attributes?operation=upsert", "personalize:attributes?operation=update&uid=a1",
            "personalize:attributes?operation=delete&uid=a1", "personalize:attributes?operation=upsert&failOn=any"})
    void F76_whateverComesWaitsForASingleUpdate(String uri) {
        CompletableFuture<Exchange> single = held("personalize:attributes?operation=update&uid=a1", age());

        Object body = uri.contains("failOn") ? "[" + alter() + "]" : alter();
        CompletableFuture<Exchange> other = inBackground(uri, body);
        assertThat(other).as("sent before the other had its response").failsWithin(A_MOMENT);
        release(single);

        assertThat(other).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).isNull());
        assertTheIndexIsRight();
    }

    @Test
    void F76_aRenamingWaitsForBothKeys() {
        String renamed = age().replace("age", "years");
        CompletableFuture<Exchange> create = held(UPSERT, renamed, POST_ATTRIBUTES);

        CompletableFuture<Exchange> rename = inBackground("personalize:attributes?operation=update&uid=a1", renamed);
        assertThat(rename).failsWithin(A_MOMENT);
        release(create);

        assertThat(rename).succeedsWithin(SOON).satisfies(this::rejected);
        assertTheIndexIsRight();
    }

    @Test
    void F76_writesOfOneUidDoNotOverlapWhateverKeyTheyName() {
        CompletableFuture<Exchange> one = held("personalize:attributes?operation=update&uid=a1", age().replace("age", "other"));

        CompletableFuture<Exchange> two = inBackground(UPSERT, age());
        assertThat(two).failsWithin(A_MOMENT);
        release(one);

        assertThat(two).succeedsWithin(SOON);
        assertTheIndexIsRight();
    }

    /** No list has shown it, so that the two have no key in common. */
    @ParameterizedTest
    @ValueSource(strings = {"update", "delete"})
    void F76_writesOfAUidWhoseKeyIsNotKnownDoNotOverlap(String operation) {
        server.put("attributes", held().replace("a1", "a9").replace("age", "nine"));
        CompletableFuture<Exchange> one = held("personalize:attributes?operation=update&uid=a9", age().replace("age", "other"),
                "PUT /attributes/a9");

        CompletableFuture<Exchange> two = inBackground("personalize:attributes?uid=a9&operation=" + operation,
                age().replace("age", "third"));
        assertThat(two).as("sent before the other had its response").failsWithin(A_MOMENT);
        release(one);

        assertThat(two).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).isNull());
    }

    /** What it would find unchanged is gone. */
    @ParameterizedTest
    @ValueSource(strings = {"delete&uid=a1", "delete&key=age", "delete"})
    void F76_anUpsertOfWhatIsJustBeingDeletedWaits(String operation) {
        String same = held().replace("\"uid\": \"a1\", ", "");
        CompletableFuture<Exchange> deletion = held("personalize:attributes?operation=" + operation,
                operation.contains("&") ? null : "{\"key\": \"age\"}", "DELETE /attributes/a1");

        CompletableFuture<Exchange> upsert = inBackground(UPSERT, same);
        assertThat(upsert).failsWithin(A_MOMENT);
        release(deletion);

        assertThat(upsert).succeedsWithin(SOON).satisfies(
                exchange -> assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", "CREATED"));
    }

    /** What it would find unchanged is just being changed: the later of the two is what counts. */
    @ParameterizedTest
    @ValueSource(strings = {"upsert", "update&uid=a1", "update&key=age"})
    void F76_anUpsertThatWasUnchangedBeforeWaitsForAWriteOfItsKey(String operation) {
        String same = held().replace("\"uid\": \"a1\", ", "");
        CompletableFuture<Exchange> write = held("personalize:attributes?operation=" + operation, age());

        CompletableFuture<Exchange> upsert = inBackground(UPSERT, same);
        assertThat(upsert).failsWithin(A_MOMENT);
        release(write);

        assertThat(upsert).succeedsWithin(SOON).satisfies(
                exchange -> assertThat(exchange.getMessage().getHeaders()).containsEntry("CamelPersonalizeOutcome", "UPDATED"));
        assertOutcome(send(UPSERT, same), "UNCHANGED", 0);
    }

    @Test
    void F76_anUpdateOfWhatIsJustBeingCreatedLeavesTheIndexInDoubt() {
        CountDownLatch late = new CountDownLatch(1);
        server.on(POST_ATTRIBUTES, Answers.good().whenReady(late::await));
        CompletableFuture<Exchange> create = inBackground(UPSERT, age().replace("age", "new"));
        Awaitility.await().until(() -> server.state("attributes").size() == 2);
        String uid = server.state("attributes").get(1).get("uid").textValue();

        assertOutcome(send("personalize:attributes?operation=update&uid=" + uid, age().replace("age", "renamed")), "UPDATED", 1);
        late.countDown();
        assertThat(create).succeedsWithin(SOON);

        assertOutcome(send(UPSERT, age().replace("age", "renamed")), "UNCHANGED", 1);
        assertOutcome(send(UPSERT, age().replace("age", "new")), "CREATED", 1);
    }

    @Test
    void F76_otherDefinitionsDoNotWait() {
        server.put("attributes", held().replace("a1", "a2").replace("age", "other"));
        CompletableFuture<Exchange> held = held("personalize:attributes?operation=update&uid=a1", age());

        assertOutcome(send("personalize:attributes?operation=update&uid=a2", age().replace("age", "other")), "UPDATED", 1);
        assertThat(held).isNotDone();
        release(held);
    }

    /** Two renamings that need each other's keys, many times: none waits for ever. */
    @Test
    void F76_renamingsThatCrossEachOtherEnd() {
        server.keepDoubles(true);
        server.put("attributes", held().replace("a1", "a2").replace("age", "years"));
        send(UPSERT + "&indexTtl=0", age());

        for (int i = 0; i < 20; i++) {
            CompletableFuture<Exchange> one = inBackground("personalize:attributes?operation=update&uid=a1", age().replace("age", "years"));
            CompletableFuture<Exchange> two = inBackground("personalize:attributes?operation=update&uid=a2", age());
            assertThat(CompletableFuture.allOf(one, two)).succeedsWithin(SOON);
            assertOutcome(send("personalize:attributes?operation=update&uid=a1", age()), "UPDATED", 1);
            assertOutcome(send("personalize:attributes?operation=update&uid=a2", age().replace("age", "years")), "UPDATED", 1);
        }
    }

    /** An upsert of what the service has now costs no write, and one of anything else does. */
    private void assertTheIndexIsRight() {
        for (String desired : new String[]{age(), alter()}) {
            boolean isThere = server.state("attributes").stream().anyMatch(
                    actual -> actual.get("key").textValue().equals("age") && desired.contains(actual.get("name").toString()));
            int writes = server.requestCount() - gets();
            send(UPSERT, desired);
            assertThat(server.requestCount() - gets() - writes).as("writes for %s", desired).isEqualTo(isThere ? 0 : 1);
        }
    }

    private int gets() {
        return (int) calls().stream().filter(call -> call.startsWith("GET")).count();
    }

    private final CountDownLatch late = new CountDownLatch(1);

    private CompletableFuture<Exchange> held(String uri, Object body) {
        return held(uri, body, PUT);
    }

    /** Sends a message whose request the server has carried out, and whose response it holds back. */
    private CompletableFuture<Exchange> held(String uri, Object body, String request) {
        CountDownLatch carriedOut = new CountDownLatch(1);
        server.on(request, Answers.good().whenReady(() -> {
            carriedOut.countDown();
            late.await();
        }));
        CompletableFuture<Exchange> sent = inBackground(uri, body);
        Awaitility.await().until(() -> carriedOut.getCount() == 0);
        return sent;
    }

    private void release(CompletableFuture<Exchange> held) {
        late.countDown();
        assertThat(held).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).isNull());
    }

    private CompletableFuture<Exchange> inBackground(String uri, Object body) {
        return CompletableFuture.supplyAsync(() -> send(uri, body, Map.of()), threads);
    }
}
