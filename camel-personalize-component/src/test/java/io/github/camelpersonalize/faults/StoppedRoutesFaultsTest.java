// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which work ends when a route stops, and which goes on. */
class StoppedRoutesFaultsTest extends StoppingRoutes {

    private static final String GET_EVENTS = "GET /events";
    private static final String GIVEN_UP = "event: the service failed with 503: scripted; given up, because " + STOPPING;

    private final CountDownLatch late = new CountDownLatch(1);

    @Test
    void F112_otherRoutesOfTheComponentGoOn() {
        server.on(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        server.on("GET /attributes", Answers.status(503).header("Retry-After", "2"));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", LIST, null);
        awaitRequest(GET_EVENTS);
        CompletableFuture<Exchange> other = sendInBackground("other", "personalize:attributes?operation=list", null);
        awaitRequest("GET /attributes");

        assertThat(stop(Stopper.ROUTE)).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage(GIVEN_UP);
        success(other);
        assertThat(server.requests()).containsExactly(GET_EVENTS, "GET /attributes", "GET /attributes");
    }

    @Test
    void F112_otherComponentsGoOn() {
        addSecondComponent();
        server.on(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        server.on("GET /attributes", Answers.status(503).header("Retry-After", "2"));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", LIST, null);
        awaitRequest(GET_EVENTS);
        CompletableFuture<Exchange> other = sendInBackground("stopped", "second:attributes?operation=list", null);
        awaitRequest("GET /attributes");

        assertThat(stop(Stopper.COMPONENT)).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage(GIVEN_UP);
        success(other);
    }

    /** Components with equal OAuth options share their tokens, and who needs one may wait for the request of another component. */
    @Test
    void F112_accessTokensOfOtherComponentsAreRequestedToTheEnd() {
        useOAuth(late);
        addSecondComponent();
        assertThat(context.getEndpoint(LIST)).isNotNull();
        List<CompletableFuture<Exchange>> others = List.of(sendInBackground("other", "second:events?operation=list", null),
                sendInBackground("other", "second:events?operation=list", null));
        awaitWaiting(1, "TokenFetch");
        awaitRequest(TOKEN);

        assertThat(stop(Stopper.COMPONENT)).succeedsWithin(SOON);

        late.countDown();
        others.forEach(StoppingRoutes::success);
        assertThat(server.requests()).containsExactly(TOKEN, GET_EVENTS, GET_EVENTS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONTEXT")
    void F112_whatStartsAgainSendsAgain(Stopper stopper) throws Exception {
        assertThat(stop(stopper)).succeedsWithin(SOON);

        component().start();
        context.getRouteController().startRoute("stopped");

        assertThat(send("stopped", LIST, null).getException()).isNull();
        server.on(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", LIST, null);
        Awaitility.await().atMost(SOON).until(() -> server.requestCount() == 2);
        assertThat(stop(stopper)).succeedsWithin(SOON);
        assertThat(failure(sent)).hasMessage(GIVEN_UP);
    }

    @Test
    void F112_aContextThatStartsAgainSendsAgain() {
        PersonalizeComponent kept = component();
        send("stopped", LIST, null);
        context.stop();

        context.addComponent("personalize", kept);
        context.start();

        assertThat(send("stopped", LIST, null).getException()).isNull();
    }

    /** The exchange belongs to all of them: Camel waits for it whichever is stopped. */
    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "stopped"})
    void F112_anExchangeEndsThatRoutesHandOver(String route) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:first").routeId("first").to("direct:second");
                from("direct:second").routeId("second").to("direct:stopped");
            }
        });
        server.always(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        CompletableFuture<Exchange> sent = sendInBackground("first", LIST, null);
        awaitRequest(GET_EVENTS);

        assertThat(CompletableFuture.runAsync(() -> stopRoute(route))).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage(GIVEN_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "stopped"})
    void F112_aPartOfASplitExchangeEndsWithTheRoutesOfTheWhole(String route) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:first").routeId("first").to("direct:second");
                from("direct:second").routeId("second").split(constant("part")).stopOnException().parallelProcessing().to("direct:stopped");
            }
        });
        server.always(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        CompletableFuture<Exchange> sent = sendInBackground("first", LIST, null);
        awaitRequest(GET_EVENTS);

        assertThat(CompletableFuture.runAsync(() -> stopRoute(route))).succeedsWithin(SOON);

        assertThat(sent).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).rootCause().hasMessage(GIVEN_UP));
    }

    @Test
    void F112_redeliveriesOfTheRouteSendNothing() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:again").routeId("again").errorHandler(defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(0))
                        .to(LIST);
            }
        });
        server.always(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        CompletableFuture<Exchange> sent = sendInBackground("again", null, null);
        awaitRequest(GET_EVENTS);

        assertThat(CompletableFuture.runAsync(() -> stopRoute("again"))).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage("event: " + NOT_SENT);
        assertThat(server.requests()).containsExactly(GET_EVENTS);
    }

    @Test
    void F112_aConsumerThatWaitsForItsNextAttemptStops() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("personalize:events?initialDelay=1").routeId("changes").to("mock:changes");
            }
        });
        server.always(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        awaitRequest(GET_EVENTS);

        assertThat(CompletableFuture.runAsync(() -> stopRoute("changes"))).succeedsWithin(SOON);

        assertThat(server.requests()).containsExactly(GET_EVENTS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ROUTE")
    void F112_anExchangeOfNoRouteEnds(Stopper stopper) {
        server.always(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        CompletableFuture<Exchange> sent = CompletableFuture
                .supplyAsync(() -> context.createProducerTemplate().send(LIST, exchange -> {}));
        awaitRequest(GET_EVENTS);

        assertThat(stop(stopper)).succeedsWithin(SOON);

        assertThat(failure(sent)).hasMessage(GIVEN_UP);
        assertThat(server.requests()).containsExactly(GET_EVENTS);
    }

    /** Camel waits for the exchange of another component, and the stop begins with ours all the same. */
    @Test
    void F112_anExchangeOfNoRouteDoesNotWaitForTheRoutesOfAContext() throws Exception {
        CompletableFuture<Exchange> slow = throughASlowRoute();
        server.always(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
        CompletableFuture<Exchange> sent = CompletableFuture
                .supplyAsync(() -> context.createProducerTemplate().send(LIST, exchange -> {}));
        awaitRequest(GET_EVENTS);

        CompletableFuture<Void> stopped = stop(Stopper.CONTEXT);

        assertThat(failure(sent)).hasMessage(GIVEN_UP);
        assertThat(stopped).isNotDone();
        late.countDown();
        assertThat(failure(slow)).hasMessage("event: " + NOT_SENT);
        assertThat(stopped).succeedsWithin(SOON);
    }

    /** A stop that is given up leaves the route as it was. */
    @Test
    void F112_aRouteThatCouldNotBeStoppedGoesOn() throws Exception {
        CompletableFuture<Exchange> slow = throughASlowRoute();

        assertThat(context.getRouteController().stopRoute("slow", 1, TimeUnit.SECONDS, true)).isFalse();

        late.countDown();
        success(slow);
        assertThat(server.requests()).containsExactly(GET_EVENTS);
    }

    @Test
    void F112_theWorkOfARouteThatIsSuspendedGoesOn() {
        server.on(GET_EVENTS, Answers.status(503).header("Retry-After", "2"));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", LIST, null);
        awaitRequest(GET_EVENTS);

        CompletableFuture<Void> suspended = CompletableFuture.runAsync(context::suspend);

        success(sent);
        assertThat(suspended).succeedsWithin(SOON);
        context.resume();
        assertThat(send("stopped", LIST, null).getException()).isNull();
    }

    /** What a stopped route does not send says nothing of the service. */
    @Test
    void F112_theHealthOfOtherRoutesStaysAsItIs() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
        success(sendInBackground("other", CREATE, event("z")));
        server.on("POST /events", Answers.good().whenReceived(late::await));
        CompletableFuture<Exchange> sent = sendInBackground("stopped", CREATE, List.of(event("a"), event("b")));
        Awaitility.await().atMost(SOON).until(() -> server.requests().stream().filter("POST /events"::equals).count() == 2);

        CompletableFuture<Void> stopped = stopUntilKnown(Stopper.ROUTE);
        late.countDown();

        assertThat(success(sent).getMessage().getBody(BatchReport.class).items()).extracting(ItemResult::message)
                .containsExactly(null, NOT_SENT);
        assertThat(stopped).succeedsWithin(SOON);
        assertThat(HealthCheckHelper.invokeReadiness(context, "full")).filteredOn(
                result -> result.getCheck().getId().equals("producer:personalize-events-create")).singleElement()
                .satisfies(result -> assertThat(result.getState()).isEqualTo(HealthCheck.State.UP));
    }

    /** Routes that started before the first endpoint was needed are told, too. */
    @Test
    void F112_aRouteThatStartedBeforeTheComponentEnds() throws Exception {
        try (DefaultCamelContext lazy = new DefaultCamelContext()) {
            lazy.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:lazy").routeId("lazy").errorHandler(noErrorHandler()).toD("${header.to}");
                }
            });
            lazy.start();
            assertThat(lazy.getComponentNames()).doesNotContain("personalize");
            server.always(GET_EVENTS, Answers.status(503).header("Retry-After", "60"));
            String uri = LIST + "&projectUid=p1&authtoken=a&baseUrl=" + server.baseUrl();
            CompletableFuture<Exchange> sent = CompletableFuture.supplyAsync(() -> lazy.createProducerTemplate().send("direct:lazy",
                    exchange -> exchange.getMessage().setHeader("to", uri)));
            awaitRequest(GET_EVENTS);

            lazy.getRouteController().stopRoute("lazy");

            assertThat(failure(sent)).hasMessage(GIVEN_UP);
        }
    }

    private void addSecondComponent() {
        PersonalizeComponent second = new PersonalizeComponent();
        second.setConfiguration(component().getConfiguration().copy());
        context.addComponent("second", second);
    }

    private CompletableFuture<Exchange> throughASlowRoute() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:slow").routeId("slow").errorHandler(noErrorHandler()).process(exchange -> {
                    entered.countDown();
                    late.await();
                }).to(LIST);
            }
        });
        CompletableFuture<Exchange> slow = sendInBackground("slow", null, null);
        entered.await();
        return slow;
    }
}
