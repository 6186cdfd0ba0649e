// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.model.Definition;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;

/** Real routes against the emulator over a real socket: a context a test, with the component set up for the project {@value #PROJECT}. */
@Tag("routes")
public abstract class EmulatedRoutes {

    protected static final String PROJECT = "p1";

    @RegisterExtension
    static final Emulators EMULATORS = new Emulators();

    /** What the tests speak: the contract's dialect, unless they are {@link BothDialects}. */
    @Parameter
    protected Samples samples = Samples.CONTRACT;

    protected final DefaultCamelContext context = new DefaultCamelContext();
    protected final HurriedTime time = new HurriedTime();

    @BeforeEach
    public void startContext() {
        PersonalizeConfiguration options = component().getConfiguration();
        options.setDialect(samples.dialect());
        options.setBaseUrl(emulator().baseUrl());
        options.setProjectUid(PROJECT);
        options.setAuthtoken(emulator().authtoken());
        component().setTime(time);
        options.setRequestsPerSecond(100_000);
        options.setMaxRetries(0);
        context.start();
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    protected PersonalizeEmulator emulator() {
        return EMULATORS.of(samples);
    }

    protected PersonalizeComponent component() {
        return context.getComponent("personalize", PersonalizeComponent.class);
    }

    /** Sends a body through a route to the URI; the exchange tells what came of it. */
    protected Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    /** Sends a message through a route to the URI; the exchange tells what came of it. */
    protected Exchange send(String uri, Object body, Map<String, Object> headers) {
        String entrance = "direct:" + uri.replaceAll("\\W", "_");
        synchronized (context) {
            if (context.hasEndpoint(entrance) == null) {
                addRoute(entrance, uri);
            }
        }
        return context.createProducerTemplate().send(entrance, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new LinkedHashMap<>(headers));
        });
    }

    /** Sends a body from another process, as it were: nothing of this one is shared. */
    protected void sendByOthers(String uri, Object body) {
        try (DefaultCamelContext others = new DefaultCamelContext()) {
            others.start();
            Exchange exchange = others.createProducerTemplate().send("%s&projectUid=%s&baseUrl=%s&authtoken=%s&dialect=%s".formatted(uri,
                    PROJECT, emulator().baseUrl(), emulator().authtoken(), samples.dialect()), sent -> sent.getMessage().setBody(body));
            definition(exchange);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The exchange's body as a definition, when all went well. */
    protected Definition definition(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange.getMessage().getBody(Definition.class);
    }

    /** What the service saw, {@code METHOD path}, in order. */
    protected List<String> calls() {
        return emulator().requests().stream().map(request -> request.method() + " " + request.path()).toList();
    }

    /** The only request that the service saw. */
    protected RecordedRequest onlyRequest() {
        List<RecordedRequest> requests = emulator().requests();
        if (requests.size() != 1) {
            throw new AssertionError("expected one request, but there were " + calls());
        }
        return requests.get(0);
    }

    protected static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void addRoute(String entrance, String uri) {
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from(entrance).to(uri);
                }
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
