// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes, contexts and threads that are stopped in the middle of a request, in real time and with the retries that are the default. */
class StopFaultsTest extends StoppingRoutes {

    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    @Test
    void F57_anInterruptedThreadEndsItsRequestAndSendsNoMore() {
        server.always("GET /events", Answers.status(503).whenReceived(this::interruptSender));

        assertThat(failure(sendInThread(LIST, null))).hasMessageEndingWith("given up, because " + STOPPING);

        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
        assertThat(server.requests()).containsExactly("GET /events");
    }

    @Test
    void F57_anInterruptEndsTheWaitForTheNextAttempt() {
        server.always("GET /events", Answers.status(503).header("Retry-After", "60"));
        CompletableFuture<Exchange> sent = sendInThread(LIST, null);
        awaitWaiting(1, "StopSignal");

        interruptSender();

        assertThat(failure(sent)).hasMessage("event: the service failed with 503: scripted; given up, because " + STOPPING);
        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
        assertThat(server.requests()).containsExactly("GET /events");
    }

    @Test
    void F57_anInterruptEndsTheWaitUnderTheRateLimit() {
        server.on("GET /events", Answers.status(429).header("Retry-After", "60"));
        send("stopped", LIST + "&maxRetries=0", null);
        CompletableFuture<Exchange> first = sendInBackground("stopped", LIST, null);
        awaitWaiting(1, "StopSignal");
        CompletableFuture<Exchange> sent = sendInThread(LIST, null);
        awaitWaiting(1, "Waiter");

        interruptSender();

        assertThat(failure(sent)).hasMessage("event: " + NOT_SENT);
        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
        assertThat(first).isNotDone();
    }

    @Test
    void F57_anInterruptedCreateThatWasAnsweredIsASuccess() {
        server.on("POST /events", Answers.good().whenReceived(this::interruptSender));

        assertThat(sendInThread(CREATE, event("a"))).succeedsWithin(SOON).satisfies(exchange -> assertThat(
                exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CREATED"));

        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
    }

    @Test
    void F57_anInterruptedCreateWhoseAnswerIsLostIsUnknown() {
        server.on("POST /events", Answers.reset().applied().whenReceived(this::interruptSender));

        PersonalizeException failed = failure(sendInThread(CREATE, event("a")));

        assertThat(failed.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failed).hasMessageEndingWith(STOPPING);
        assertThat(interrupted).succeedsWithin(SOON).isEqualTo(true);
        assertThat(server.requests()).containsExactly("POST /events");
    }

    @Test
    void F57_theRestOfABatchIsNotSent() {
        server.on("POST /events", Answers.good(), Answers.good().whenReceived(this::interruptSender));

        assertThat(sendInThread(CREATE, List.of(event("a"), event("b"), event("c"), event("d")))).succeedsWithin(SOON)
                .satisfies(exchange -> assertThat(exchange.getMessage().getBody(BatchReport.class).items())
                        .extracting(ItemResult::outcome)
                        .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.BLOCKED, Outcome.BLOCKED));

        assertThat(server.requests()).containsExactly("GET /events", "POST /events", "POST /events");
    }

    @Test
    void F57_aThreadThatIsInterruptedAlreadySendsNothing() {
        Thread.currentThread().interrupt();

        Exchange exchange = send("stopped", CREATE, event("a"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(exchange.getException()).hasMessage("event \"a\": not sent, because " + STOPPING);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPONENT")
    void F57_aCreateWhoseAnswerDoesNotComeIsUnknownAndNoMoreIsSent(Stopper stopper) {
        server.on("POST /events", Answers.stall());
        CompletableFuture<Exchange> sent = sendInBackground("stopped", CREATE + "&requestTimeout=2000", event("a"));
        awaitRequest("POST /events");

        assertThat(stop(stopper)).succeedsWithin(SOON);

        assertThat(failure(sent).getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.requests()).containsExactly("POST /events");
    }

    /** Camel waits for the request no longer than its timeout. */
    @Test
    void F57_aContextThatWaitsNoLongerLeavesACreateUnknown() {
        context.getShutdownStrategy().setTimeout(1);
        server.on("POST /events", Answers.stall());
        CompletableFuture<Exchange> sent = sendInBackground("stopped", CREATE, event("a"));
        awaitRequest("POST /events");

        assertThat(stop(Stopper.CONTEXT)).succeedsWithin(SOON);

        assertThat(failure(sent).getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.requests()).containsExactly("POST /events");
    }

    @Test
    void F57_aRouteThatStopsLetsItsRequestEndAndGoesOnWhenItStartsAgain() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        server.on("POST /events", Answers.good().whenReceived(late::await));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", CREATE, event("a"));
        awaitRequest("POST /events");

        CompletableFuture<Void> stopped = stopUntilKnown(Stopper.ROUTE);
        late.countDown();

        assertThat(stopped).succeedsWithin(SOON);
        success(sent);
        context.getRouteController().startRoute("stopped");
        assertThat(send("stopped", CREATE, event("b")).getException()).isNull();
        assertThat(server.state("events")).hasSize(2);
    }

    private volatile Thread sender;

    private void interruptSender() {
        sender.interrupt();
    }

    private CompletableFuture<Exchange> sendInThread(String uri, Object body) {
        CompletableFuture<Exchange> sent = new CompletableFuture<>();
        sender = new Thread(() -> {
            Exchange exchange = send("stopped", uri, body);
            interrupted.complete(Thread.currentThread().isInterrupted());
            sent.complete(exchange);
        }, "sender");
        sender.start();
        return sent;
    }
}
