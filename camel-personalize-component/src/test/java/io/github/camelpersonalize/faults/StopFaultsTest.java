// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.FaultServer;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes, contexts and threads that are stopped in the middle of a request, in real time and with the retries that are the default. */
class StopFaultsTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String STOPPING = "the route is stopping";

    @AutoClose
    private final FaultServer server = new FaultServer();
    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();

    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    @BeforeEach
    void start() throws Exception {
        PersonalizeConfiguration options = context.getComponent("personalize", PersonalizeComponent.class).getConfiguration();
        options.setBaseUrl(server.baseUrl());
        options.setProjectUid("p1");
        options.setAuthtoken("authtoken-1");
        context.getShutdownStrategy().setTimeout(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:list").to("personalize:events?operation=list");
                from("direct:create").routeId("create").to("personalize:events?operation=create&failOn=none");
                from("direct:list-once").to("personalize:events?operation=list&maxRetries=0");
            }
        });
        context.start();
    }

    @Test
    void F57_anInterruptedThreadEndsItsRequestAndSendsNoMore() {
        server.always("GET /events", Answers.status(503).whenReceived(this::interruptSender));

        assertThat(failure(sendInBackground("direct:list", null))).hasMessageEndingWith("given up, because " + STOPPING);

        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
        assertThat(server.requests()).containsExactly("GET /events");
    }

    @Test
    void F57_anInterruptedCreateThatWasAnsweredIsASuccess() {
        server.on("POST /events", Answers.good().whenReceived(this::interruptSender));

        assertThat(sendInBackground("direct:create", event("a"))).succeedsWithin(SOON).satisfies(exchange -> assertThat(
                exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CREATED"));

        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
    }

    @Test
    void F57_anInterruptedCreateWhoseAnswerIsLostIsUnknown() {
        server.on("POST /events", Answers.reset().applied().whenReceived(this::interruptSender));

        PersonalizeException failed = failure(sendInBackground("direct:create", event("a")));

        assertThat(failed.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failed).hasMessageEndingWith(STOPPING);
        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
        assertThat(server.requests()).containsExactly("POST /events");
    }

    @Test
    void F57_theRestOfABatchIsNotSent() {
        server.on("POST /events", Answers.good(), Answers.good().whenReceived(this::interruptSender));

        assertThat(sendInBackground("direct:create", List.of(event("a"), event("b"), event("c"), event("d")))).succeedsWithin(SOON)
                .satisfies(exchange -> assertThat(exchange.getMessage().getBody(BatchReport.class).items())
                        .extracting(ItemResult::outcome)
                        .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.BLOCKED, Outcome.BLOCKED));

        assertThat(server.requests()).containsExactly("GET /events", "POST /events", "POST /events");
    }

    @Test
    void F57_aThreadThatIsInterruptedAlreadySendsNothing() {
        Thread.currentThread().interrupt();

        Exchange exchange = send("direct:create", event("a"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(exchange.getException()).hasMessage("event \"a\": not sent, because " + STOPPING);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void F57_aContextThatStopsDuringACreateLeavesItUnknownAndSendsNoMore() {
        server.on("POST /events", Answers.stall());
        CompletableFuture<Exchange> sent = sendInBackground("direct:create", event("a"));
        Awaitility.await().until(() -> !server.requests().isEmpty());

        assertThat(CompletableFuture.runAsync(context::stop)).succeedsWithin(SOON);

        assertThat(failure(sent).getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.requests()).containsExactly("POST /events");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void F57_aContextThatStopsEndsTheWaitForTheNextTry(int status) {
        server.always("GET /events", Answers.status(status).header("Retry-After", "60"));
        CompletableFuture<Exchange> sent = sendInBackground("direct:list", null);
        Awaitility.await().until(() -> !server.requests().isEmpty());

        assertThat(CompletableFuture.runAsync(context::stop)).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessageEndingWith(STOPPING);
        assertThat(server.requests()).containsExactly("GET /events");
    }

    @Test
    void F57_aContextThatStopsTurnsAwayThoseWhoWaitForTheirTurn() {
        server.on("GET /events", Answers.status(429).header("Retry-After", "30"));
        send("direct:list-once", null);
        List<CompletableFuture<Exchange>> waiting = List.of(sendInBackground("direct:list", null), sendInBackground("direct:list", null));

        assertThat(CompletableFuture.runAsync(context::stop)).succeedsWithin(SOON);

        assertThat(waiting).allSatisfy(sent -> assertThat(failure(sent)).hasMessage("event: not sent, because " + STOPPING));
        assertThat(server.requests()).containsExactly("GET /events");
    }

    @Test
    void F57_aRouteThatStopsLetsItsRequestEndAndGoesOnWhenItStartsAgain() throws Exception {
        context.getShutdownStrategy().setTimeout(SOON.toSeconds());
        CountDownLatch late = new CountDownLatch(1);
        server.on("POST /events", Answers.good().whenReceived(late::await));
        CompletableFuture<Exchange> sent = sendInBackground("direct:create", event("a"));
        Awaitility.await().until(() -> !server.requests().isEmpty());

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stopRoute("create"));
        late.countDown();

        assertThat(stopped).succeedsWithin(SOON);
        assertThat(sent).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).isNull());
        context.getRouteController().startRoute("create");
        assertThat(send("direct:create", event("b")).getException()).isNull();
        assertThat(server.state("events")).hasSize(2);
    }

    private volatile Thread sender;

    private void interruptSender() {
        sender.interrupt();
    }

    private CompletableFuture<Exchange> sendInBackground(String entrance, Object body) {
        CompletableFuture<Exchange> sent = new CompletableFuture<>();
        sender = new Thread(() -> {
            Exchange exchange = send(entrance, body);
            interrupted.complete(Thread.currentThread().isInterrupted());
            sent.complete(exchange);
        }, "sender");
        sender.start();
        return sent;
    }

    private Exchange send(String entrance, Object body) {
        return context.createProducerTemplate().send(entrance, exchange -> exchange.getMessage().setBody(body));
    }

    private static PersonalizeException failure(CompletableFuture<Exchange> sent) {
        assertThat(sent).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException())
                .isInstanceOf(PersonalizeException.class));
        return (PersonalizeException) sent.join().getException();
    }

    private void stopRoute(String id) {
        try {
            context.getRouteController().stopRoute(id);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> event(String key) {
        return Map.of("name", key, "key", key);
    }
}
