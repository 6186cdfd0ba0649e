// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;

import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Endpoints without routes, against the emulator over a real socket: a context a test, with the component set up for the project {@value #PROJECT}. They
 * have no tag, as mutation testing of the component's own package runs them: one producer or consumer, called by the test itself.
 */
abstract class EmulatedEndpoints {

    static final String PROJECT = "p1";
    static final String AGE = """
            {"name":"Age","key":"age","data_type":"number"}""";

    @RegisterExtension
    static final Emulators EMULATORS = new Emulators();

    final DefaultCamelContext context = new DefaultCamelContext();
    final HurriedTime time = new HurriedTime();

    @BeforeEach
    void startContext() {
        PersonalizeConfiguration options = component().getConfiguration();
        options.setBaseUrl(emulator().baseUrl());
        options.setProjectUid(PROJECT);
        options.setAuthtoken(emulator().authtoken());
        options.setRequestsPerSecond(100_000);
        options.setMaxRetries(0);
        component().setTime(time);
        context.start();
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    static PersonalizeEmulator emulator() {
        return EMULATORS.of(Samples.CONTRACT);
    }

    PersonalizeComponent component() {
        return context.getComponent("personalize", PersonalizeComponent.class);
    }

    PersonalizeEndpoint endpoint(String uri) {
        return context.getEndpoint(uri, PersonalizeEndpoint.class);
    }

    /** A producer that runs; it stops with the context. */
    PersonalizeProducer producer(String uri) throws Exception {
        PersonalizeProducer producer = (PersonalizeProducer) endpoint(uri).createProducer();
        context.addService(producer);
        return producer;
    }

    Exchange send(String uri, Object body) throws Exception {
        return send(producer(uri), body, Map.of());
    }

    /** What a producer makes of one message; the exchange tells what came of it. */
    Exchange send(PersonalizeProducer producer, Object body, Map<String, Object> headers) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        headers.forEach(exchange.getMessage()::setHeader);
        try {
            producer.process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        return exchange;
    }
}
