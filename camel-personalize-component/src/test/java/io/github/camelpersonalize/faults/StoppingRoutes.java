// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.faultserver.FaultServer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/** Two routes of which one is stopped, in real time. The timeout of the shutdown, 45 s, and the retries are the defaults. */
abstract class StoppingRoutes {

    /** Long for a busy machine, short beside Camel's timeout and the waits that are stopped. */
    static final Duration SOON = Duration.ofSeconds(20);
    static final String STOPPING = "the route is stopping";
    static final String NOT_SENT = "not sent, because " + STOPPING;
    static final String LIST = "personalize:events?operation=list";
    static final String CREATE = "personalize:events?operation=create&failOn=none";
    static final String TOKEN = "POST /token";
    private static final String LIST_AUDIENCES = "GET /audiences";

    /** What is stopped: all of them end the work of the route {@code stopped}. */
    enum Stopper {
        ROUTE, COMPONENT, CONTEXT
    }

    @AutoClose
    final FaultServer server = new FaultServer();
    @AutoClose
    final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        PersonalizeConfiguration options = component().getConfiguration();
        options.setBaseUrl(server.baseUrl());
        options.setProjectUid("p1");
        options.setAuthtoken("authtoken-1");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:stopped").routeId("stopped").toD("${header.to}");
                from("direct:other").routeId("other").toD("${header.to}");
            }
        });
        context.start();
    }

    final PersonalizeComponent component() {
        return context.getComponent("personalize", PersonalizeComponent.class);
    }

    /** Access tokens instead of the authtoken, each issued when the latch is open. */
    final void useOAuth(CountDownLatch latch) {
        server.always(TOKEN, Answers.ok("{\"access_token\": \"a1\", \"token_type\": \"Bearer\", \"expires_in\": 3600}")
                .whenReceived(latch::await));
        PersonalizeConfiguration options = component().getConfiguration();
        options.setAuthtoken(null);
        options.setClientId("connector");
        options.setClientSecret("client-secret-1");
        options.setTokenUrl(server.baseUrl() + "/token");
    }

    /** Begins to stop. */
    final CompletableFuture<Void> stop(Stopper stopper) {
        return CompletableFuture.runAsync(() -> {
            switch (stopper) {
                case ROUTE -> stopRoute("stopped");
                case COMPONENT -> component().stop();
                case CONTEXT -> context.stop();
            }
        });
    }

    final void stopRoute(String id) {
        try {
            context.getRouteController().stopRoute(id);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Begins to stop, and returns when the work of the route knows it: another exchange of the route, which waits for its next attempt, ends. */
    final CompletableFuture<Void> stopUntilKnown(Stopper stopper) {
        server.always(LIST_AUDIENCES, Answers.status(503).header("Retry-After", "60"));
        CompletableFuture<Exchange> other = sendInBackground("stopped", "personalize:audiences?operation=list", null);
        awaitRequest(LIST_AUDIENCES);
        CompletableFuture<Void> stopped = stop(stopper);
        assertThat(other).succeedsWithin(SOON);
        return stopped;
    }

    final void awaitRequest(String request) {
        Awaitility.await().atMost(SOON).until(() -> server.requests().contains(request));
    }

    /** Until that many threads wait in this class. */
    static void awaitWaiting(int threads, String simpleName) {
        Awaitility.await().atMost(SOON)
                .until(() -> Thread.getAllStackTraces().entrySet().stream()
                        .filter(thread -> List.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getKey().getState()))
                        .flatMap(thread -> Stream.of(thread.getValue()).map(StackTraceElement::getClassName).distinct())
                        .filter(name -> name.endsWith("." + simpleName)).count() == threads);
    }

    final CompletableFuture<Exchange> sendInBackground(String route, String uri, Object body) {
        CompletableFuture<Exchange> sent = new CompletableFuture<>();
        new Thread(() -> sent.complete(send(route, uri, body)), "sender").start();
        return sent;
    }

    final Exchange send(String route, String uri, Object body) {
        return context.createProducerTemplate().send("direct:" + route, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader("to", uri);
        });
    }

    static PersonalizeException failure(CompletableFuture<Exchange> sent) {
        assertThat(sent).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException())
                .isInstanceOf(PersonalizeException.class));
        return (PersonalizeException) sent.join().getException();
    }

    /** It succeeded. */
    static Exchange success(CompletableFuture<Exchange> sent) {
        assertThat(sent).succeedsWithin(SOON).satisfies(exchange -> assertThat(exchange.getException()).isNull());
        return sent.join();
    }

    static Map<String, String> event(String key) {
        return Map.of("name", key, "key", key);
    }
}
