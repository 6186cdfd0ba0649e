// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeComponent;
import io.github.camelpersonalize.PersonalizeConfiguration;
import io.github.camelpersonalize.PersonalizeConsumer;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.BeforeEach;

import static io.github.camelpersonalize.Samples.uid;
import static io.github.camelpersonalize.Samples.withUid;

/** Routes that consume changes. Tests poll when they like, and see what comes. */
abstract class ConsumerRoutes extends EmulatedRoutes {

    /** What has come, as in {@code CREATED attribute age}, whether or not the route failed with it. */
    final List<String> changes = new ArrayList<>();
    final List<Exchange> exchanges = new ArrayList<>();
    /** Why polls failed. */
    final List<Throwable> faults = new ArrayList<>();
    /** With what the route fails. */
    Predicate<String> failing = change -> false;

    String age() {
        return samples.attribute("age", "Age", withUid(uid("a1")));
    }

    String city() {
        return samples.attribute("city", "City", withUid(uid("a2")));
    }

    @BeforeEach
    void bindTheHandlerOfFaults() {
        bindTheHandlerOfFaults(context);
    }

    private void bindTheHandlerOfFaults(CamelContext camel) {
        camel.getRegistry().bind("faults", ExceptionHandler.class, new Faults());
    }

    private final class Faults implements ExceptionHandler {

        @Override
        public void handleException(Throwable exception) {
            faults.add(exception);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            faults.add(exception);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            faults.add(exception);
        }
    }

    /** A route from this URI, which must have options. It polls when it is told to. */
    PersonalizeConsumer consume(String uri) throws Exception {
        return consume(context, uri);
    }

    PersonalizeConsumer consume(CamelContext camel, String uri) throws Exception {
        return consume(camel, uri, exchange -> {});
    }

    /**
     * @param last the end of the route
     */
    PersonalizeConsumer consume(CamelContext camel, String uri, Processor last) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri + "&startScheduler=false&exceptionHandler=#faults").process(ConsumerRoutes.this::take).process(last);
            }
        });
        return (PersonalizeConsumer) camel.getRoutes().get(camel.getRoutes().size() - 1).getConsumer();
    }

    private void take(Exchange exchange) {
        String change = exchange.getMessage().getHeader("CamelPersonalizeChange") + " "
                + exchange.getMessage().getHeader("CamelPersonalizeKind") + " " + exchange.getMessage().getHeader("CamelPersonalizeKey");
        changes.add(change);
        exchanges.add(exchange.copy());
        if (failing.test(change)) {
            throw new IllegalStateException("no room");
        }
    }

    /** What one poll delivers. */
    List<String> poll(PersonalizeConsumer consumer) {
        changes.clear();
        exchanges.clear();
        faults.clear();
        consumer.run();
        return List.copyOf(changes);
    }

    /** The lists that the service answers one after the other. */
    void lists(String resource, String... lists) {
        emulator().script(Script.on("GET", "/" + resource)
                .then(Stream.of(lists).map(list -> Step.status(200).body(list)).toArray(Step[]::new)));
    }

    /** The emulator's project, in a context that is started after another was stopped. */
    CamelContext startAgain(CamelContext another) {
        PersonalizeConfiguration options = another.getComponent("personalize", PersonalizeComponent.class).getConfiguration();
        options.setDialect(samples.dialect());
        options.setBaseUrl(emulator().baseUrl());
        options.setProjectUid(PROJECT);
        options.setAuthtoken(emulator().authtoken());
        options.setRequestsPerSecond(100_000);
        options.setMaxRetries(0);
        bindTheHandlerOfFaults(another);
        another.start();
        return another;
    }
}
