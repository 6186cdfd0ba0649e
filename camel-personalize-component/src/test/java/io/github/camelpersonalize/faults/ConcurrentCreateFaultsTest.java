// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Several routes that create the same at once, under two spellings of the service's address and with two credentials. */
@BothDialects
class ConcurrentCreateFaultsTest extends ServerFaultRoutes {

    private static final String OTHER_PROJECT = CREATE + "&projectUid=p2";
    private static final String EVENT = "personalize:events?operation=create";
    private String years() {
        return age().replace("Age", "Years");
    }
    private static final Duration SOON = Duration.ofSeconds(10);
    /** Long enough for a request that could go on at once. */
    private static final long A_MOMENT = 300;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private String otherRoute;

    @BeforeEach
    void startRoutes() {
        otherRoute = otherwise(CREATE);
        for (String uri : List.of(CREATE, otherRoute, OTHER_PROJECT, EVENT)) {
            rejected(send(uri, "{}"));
        }
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void F45_manyThatWantTheSameGetOneThing() {
        List<CompletableFuture<Exchange>> sent = IntStream.range(0, 16).mapToObj(i -> inBackground(i % 2 == 0 ? CREATE : otherRoute, age()))
                .toList();

        assertThat(sent).allSatisfy(exchange -> assertThat(exchange).succeedsWithin(SOON));
        assertThat(sent).extracting(exchange -> exchange.join().getMessage().getHeader("CamelPersonalizeOutcome"))
                .containsOnly("CREATED", "ADOPTED").containsOnlyOnce("CREATED");
        assertThat(server.state("attributes")).hasSize(1);
    }

    @Test
    void F45_manyOfWhichSomeAnswersAreLostGetOneThingToo() {
        server.on(POST_ATTRIBUTES, Answers.reset(), Answers.reset().applied(), Answers.fin(), Answers.status(503));

        List<CompletableFuture<Exchange>> sent = IntStream.range(0, 8).mapToObj(i -> inBackground(i % 2 == 0 ? CREATE : otherRoute, age()))
                .toList();

        assertThat(sent).allSatisfy(exchange -> assertThat(exchange).succeedsWithin(SOON)
                .satisfies(done -> assertThat(done.getException()).isNull()));
        assertThat(server.state("attributes")).hasSize(1);
    }

    @Test
    void F45_whileACreateIsInDoubtNoOtherOfTheSameKeyGetsInBetween() {
        CompletableFuture<Exchange> other = new CompletableFuture<>();
        server.on(POST_ATTRIBUTES, Answers.reset());
        server.on(GET_ATTRIBUTES, Answers.good().whenReady(() -> {
            inBackground(otherRoute, years()).thenAccept(other::complete);
            TimeUnit.MILLISECONDS.sleep(A_MOMENT);
        }));

        assertOutcome(send(CREATE, age()), "CREATED", 3);

        assertThat(other).succeedsWithin(SOON)
                .satisfies(exchange -> assertThat(rejected(exchange).getOutcome()).isEqualTo(Outcome.CONFLICT));
        assertThat(calls()).containsExactly(POST_ATTRIBUTES, GET_ATTRIBUTES, POST_ATTRIBUTES, POST_ATTRIBUTES, GET_ATTRIBUTES);
        assertThat(server.state("attributes")).singleElement()
                .satisfies(actual -> assertThat(actual.get("name").textValue()).isEqualTo("Age"));
    }

    @ParameterizedTest
    @CsvSource({"attributes?operation=upsert, Years", "attributes?operation=upsert&failOn=none, Years",
            "attributes?operation=create&failOn=none, Age", "project?operation=upsert, Years", "project?operation=apply&failOn=none, Age"})
    void F45_whileACreateIsInDoubtNoOtherOperationCreatesItsKeyBesideIt(String operation, String name) {
        String uri = otherwise("personalize:" + operation);
        send(uri, "[]");
        server.keepDoubles(true);
        CompletableFuture<Exchange> other = new CompletableFuture<>();
        server.on(POST_ATTRIBUTES, Answers.reset());
        server.on(GET_ATTRIBUTES, Answers.good().whenReady(() -> {
            inBackground(uri, body(operation)).thenAccept(other::complete);
            TimeUnit.MILLISECONDS.sleep(A_MOMENT);
        }));

        assertOutcome(send(CREATE, age()), "CREATED", 3);

        assertThat(other).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(server.state("attributes")).singleElement()
                .satisfies(actual -> assertThat(actual.get("name").textValue()).isEqualTo(name));
    }

    @Test
    void F45_otherKeysProjectsAndKindsDoNotWait() {
        CountDownLatch late = new CountDownLatch(1);
        server.onKey(POST_ATTRIBUTES, "age", Answers.good().whenReceived(late::await));
        CompletableFuture<Exchange> slow = inBackground(CREATE, age());
        Awaitility.await().until(() -> calls().size() == 1);

        List<CompletableFuture<Exchange>> others = Stream.of(inBackground(otherRoute, age().replace("age", "other")),
                inBackground(EVENT, samples.event("age", "Age")), inBackground(OTHER_PROJECT, age())).toList();

        assertThat(others).allSatisfy(exchange -> assertThat(exchange).succeedsWithin(SOON));
        assertThat(slow).isNotDone();
        late.countDown();
        assertThat(slow).succeedsWithin(SOON);
    }

    @Test
    void F45_whoeverWaitsForAKeyAndIsInterruptedSendsNothing() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        server.on(POST_ATTRIBUTES, Answers.good().whenReceived(late::await));
        CompletableFuture<Exchange> slow = inBackground(CREATE, age());
        Awaitility.await().until(() -> calls().size() == 1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Exchange> waiting = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            waiting.complete(send(CREATE, age()));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
        thread.interrupt();

        assertThat(waiting).succeedsWithin(SOON).satisfies(exchange -> assertThat(unavailable(exchange))
                .hasMessage("attribute \"age\": not sent, because the route is stopping"));
        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
        late.countDown();
        assertThat(slow).succeedsWithin(SOON);
        assertThat(calls()).containsExactly(POST_ATTRIBUTES);
    }

    /** The same by another spelling of the address and with another credential. */
    private String otherwise(String uri) {
        return uri + "&accessToken=other&baseUrl=RAW(" + server.baseUrl().replace("http", "HTTP") + "/a/%2E%2e/)";
    }

    private String body(String operation) {
        if (operation.startsWith("project")) {
            return "{\"attributes\": [" + years() + "]}";
        }
        return operation.contains("failOn") ? "[" + years() + "]" : years();
    }

    private CompletableFuture<Exchange> inBackground(String uri, String body) {
        return CompletableFuture.supplyAsync(() -> send(uri, body), threads);
    }
}
