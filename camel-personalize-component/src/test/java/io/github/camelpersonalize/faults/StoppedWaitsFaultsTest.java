// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Work that waits, or is halfway, when its route, component or context stops. */
class StoppedWaitsFaultsTest extends StoppingRoutes {

    private static final String GET_EVENTS = "GET /events";
    private static final String POST_EVENTS = "POST /events";
    private static final String APPLY = "personalize:project?operation=apply&failOn=none";
    private static final String MANIFEST = "events: [{name: a, key: a}, {name: b, key: b}, {name: c, key: c}, {name: d, key: d}]";

    private final CountDownLatch late = new CountDownLatch(1);

    @ParameterizedTest
    @EnumSource
    void F112_theWaitForTheNextAttemptEnds(Stopper stopper) {
        server.always(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", LIST, null);
        awaitRequest(GET_EVENTS);

        assertThat(stop(stopper)).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage("event: the service failed with 503: scripted; given up, because " + STOPPING)
                .satisfies(failed -> assertThat(failed.getOutcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(server.requests()).containsExactly(GET_EVENTS);
    }

    /** The first waits until the pause ends, the others for their turn. */
    @ParameterizedTest
    @EnumSource
    void F112_theWaitUnderTheRateLimitEnds(Stopper stopper) {
        server.on(GET_EVENTS, Answers.status(429).header("Retry-After", "60"));
        send("stopped", LIST + "&maxRetries=0", null);
        List<CompletableFuture<Exchange>> sent = List.of(sendInBackground("stopped", LIST, null), sendInBackground("stopped", LIST, null),
                sendInBackground("stopped", LIST, null));
        awaitWaiting(2, "Waiter");

        assertThat(stop(stopper)).succeedsWithin(SOON);

        assertThat(sent).allSatisfy(each -> assertThat(failure(each)).hasMessage("event: " + NOT_SENT));
        assertThat(server.requests()).containsExactly(GET_EVENTS);
    }

    @Test
    void F112_theWaitBehindAnotherRouteUnderTheRateLimitEnds() {
        server.on(GET_EVENTS, Answers.status(429).header("Retry-After", "60"));
        send("other", LIST + "&maxRetries=0", null);
        CompletableFuture<Exchange> other = sendInBackground("other", LIST, null);
        awaitWaiting(1, "StopSignal");
        CompletableFuture<Exchange> sent = sendInBackground("stopped", LIST, null);
        awaitWaiting(1, "Waiter");

        assertThat(stop(Stopper.ROUTE)).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage("event: " + NOT_SENT);
        assertThat(other).isNotDone();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPONENT")
    void F112_aLostCreateIsUnknownAndNotLookedUp(Stopper stopper) {
        server.on(POST_EVENTS, Answers.reset().applied().whenReceived(late::await));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", CREATE, event("a"));
        awaitRequest(POST_EVENTS);

        CompletableFuture<Void> stopped = stopUntilKnown(stopper);
        late.countDown();

        PersonalizeException failed = failure(sent);
        assertThat(failed.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failed).hasMessageStartingWith("event \"a\": ").hasMessageEndingWith("; looking it up failed: " + STOPPING);
        assertThat(stopped).succeedsWithin(SOON);
        assertThat(server.requests()).containsExactly(POST_EVENTS, "GET /audiences");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPONENT")
    void F112_theRestOfABatchIsNotSent(Stopper stopper) {
        server.on(POST_EVENTS, Answers.good(), Answers.good().whenReceived(late::await));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", CREATE,
                List.of(event("a"), event("b"), event("c"), event("d")));
        Awaitility.await().atMost(SOON).until(() -> server.requestCount() == 3);

        CompletableFuture<Void> stopped = stopUntilKnown(stopper);
        late.countDown();

        assertThat(report(sent)).extracting(ItemResult::key, ItemResult::outcome, ItemResult::message).containsExactly(
                tuple("a", Outcome.CREATED, null), tuple("b", Outcome.CREATED, null), tuple("c", Outcome.BLOCKED, NOT_SENT),
                tuple("d", Outcome.BLOCKED, NOT_SENT));
        assertThat(stopped).succeedsWithin(SOON);
        assertThat(server.requests()).containsExactly(GET_EVENTS, POST_EVENTS, POST_EVENTS, "GET /audiences");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPONENT")
    void F112_theRestOfAnApplyIsReportedAsNotSent(Stopper stopper) {
        server.on(POST_EVENTS, Answers.good(), Answers.good().whenReceived(late::await));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", APPLY, MANIFEST);
        Awaitility.await().atMost(SOON).until(() -> server.requests().stream().filter(POST_EVENTS::equals).count() == 2);

        CompletableFuture<Void> stopped = stopUntilKnown(stopper);
        late.countDown();

        assertThat(report(sent)).extracting(ItemResult::key, ItemResult::outcome, ItemResult::message).containsExactly(
                tuple("a", Outcome.CREATED, null), tuple("b", Outcome.CREATED, null), tuple("c", Outcome.BLOCKED, NOT_SENT),
                tuple("d", Outcome.BLOCKED, NOT_SENT));
        assertThat(stopped).succeedsWithin(SOON);
        assertThat(server.state("events")).hasSize(2);
    }

    /** The request for a token is completed, as its response may have the only valid refresh token. */
    @Test
    void F112_theWaitForAnAccessTokenThatAnotherRouteRequestsEnds() {
        useOAuth(late);
        CompletableFuture<Exchange> other = sendInBackground("other", LIST, null);
        awaitRequest(TOKEN);
        CompletableFuture<Exchange> sent = sendInBackground("stopped", LIST, null);
        awaitWaiting(1, "TokenFetch");

        assertThat(stop(Stopper.ROUTE)).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage("event: " + NOT_SENT);
        late.countDown();
        success(other);
        assertThat(server.requests()).containsExactly(TOKEN, GET_EVENTS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPONENT")
    void F112_afterAnAccessTokenNothingIsSent(Stopper stopper) {
        useOAuth(late);
        CompletableFuture<Exchange> sent = sendInBackground("stopped", LIST, null);
        awaitRequest(TOKEN);
        CompletableFuture<Exchange> waiting = sendInBackground("stopped", LIST, null);
        awaitWaiting(1, "TokenFetch");

        CompletableFuture<Void> stopped = stop(stopper);
        assertThat(failure(waiting)).hasMessage("event: " + NOT_SENT);
        late.countDown();

        assertThat(failure(sent)).hasMessage("event: " + NOT_SENT);
        assertThat(stopped).succeedsWithin(SOON);
        assertThat(server.requests()).containsExactly(TOKEN);
    }

    @Test
    void F112_anAccessTokenThatTheServiceRefusesIsNotReplaced() {
        useOAuth(new CountDownLatch(0));
        server.always(GET_EVENTS, Answers.status(401).whenReceived(late::await));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", LIST, null);
        awaitRequest(GET_EVENTS);

        CompletableFuture<Void> stopped = stopUntilKnown(Stopper.ROUTE);
        late.countDown();

        assertThat(failure(sent)).hasMessage("event: " + NOT_SENT);
        assertThat(stopped).succeedsWithin(SOON);
        assertThat(server.requests()).containsExactly(TOKEN, GET_EVENTS, "GET /audiences");
    }

    @Test
    void F112_credentialsOfTheUserAreNotAskedAnyMore() {
        AtomicInteger asked = new AtomicInteger();
        context.getRegistry().bind("own", (Credentials) () -> {
            asked.incrementAndGet();
            return new Credentials.Header("authtoken", "authtoken-1");
        });
        String uri = LIST + "&credentials=#own";
        assertThat(send("stopped", uri, null).getException()).isNull();

        assertThat(stop(Stopper.COMPONENT)).succeedsWithin(SOON);

        assertThat(send("stopped", uri, null).getException()).hasMessage("event: " + NOT_SENT);
        assertThat(asked).hasValue(1);
    }

    @Test
    void F112_theWaitForAnotherRouteThatWritesTheSameEnds() {
        server.on(POST_EVENTS, Answers.good().whenReceived(late::await));
        CompletableFuture<Exchange> other = sendInBackground("other", CREATE, event("a"));
        awaitRequest(POST_EVENTS);
        CompletableFuture<Exchange> sent = sendInBackground("stopped", CREATE, event("a"));
        awaitWaiting(1, "FairLock");

        assertThat(stop(Stopper.ROUTE)).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage("event \"a\": " + NOT_SENT);
        late.countDown();
        assertThat(success(other).getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CREATED");
    }

    @Test
    void F112_theWaitForAnotherRouteThatListsEnds() {
        String upsert = "personalize:events?operation=upsert";
        server.on(GET_EVENTS, Answers.good().whenReceived(late::await));
        CompletableFuture<Exchange> other = sendInBackground("other", upsert, event("a"));
        awaitRequest(GET_EVENTS);
        CompletableFuture<Exchange> sent = sendInBackground("stopped", upsert, event("b"));
        awaitWaiting(1, "FairLock");

        assertThat(stop(Stopper.ROUTE)).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage("event \"b\": " + NOT_SENT);
        late.countDown();
        success(other);
        assertThat(server.requests()).containsExactly(GET_EVENTS, POST_EVENTS);
    }

    /** What a stopped route could not list says nothing to those who waited for its list. */
    @Test
    void F112_F79_whoWaitsForTheListOfAStoppedRouteListsItself() {
        String upsert = "personalize:events?operation=upsert";
        server.on(GET_EVENTS, Answers.status(503).whenReceived(late::await));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", upsert, event("a"));
        awaitRequest(GET_EVENTS);
        CompletableFuture<Exchange> other = sendInBackground("other", upsert, event("b"));
        awaitWaiting(1, "FairLock");

        CompletableFuture<Void> stopped = stopUntilKnown(Stopper.ROUTE);
        late.countDown();

        assertThat(failure(sent)).hasMessage("event \"a\": the service failed with 503: scripted; given up, because " + STOPPING);
        success(other);
        assertThat(stopped).succeedsWithin(SOON);
        assertThat(server.requests()).containsExactly(GET_EVENTS, "GET /audiences", GET_EVENTS, POST_EVENTS);
    }

    private static List<ItemResult> report(CompletableFuture<Exchange> sent) {
        return success(sent).getMessage().getBody(BatchReport.class).items();
    }
}
