// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultInterceptSendToEndpoint;
import org.apache.camel.telemetrydev.DevSpanAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What spans of this component tell, and what they leave out. */
class SpanDecoratorTest {

    private static final String LIST = "personalize:attributes?operation=list&headerOverrides=operation&projectUid=p1&authtoken=t"
            + "&baseUrl=http://localhost:8080";

    private final PersonalizeSpanDecorator decorator = new PersonalizeSpanDecorator();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);
    private final DevSpanAdapter span = DevSpanAdapter.buildSpan("test");
    private Map<String, String> begun;

    @BeforeEach
    void start() {
        context.start();
        begun = Map.copyOf(span.tags());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Endpoint endpoint(String uri) {
        return context.getEndpoint(uri);
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new java.util.TreeMap<>(span.tags());
        tags.keySet().removeAll(begun.keySet());
        return tags;
    }

    @Test
    void itIsFoundByTheComponent() {
        assertThat(decorator.getComponent()).isEqualTo("personalize");
        assertThat(decorator.getComponentClassName()).isEqualTo(PersonalizeComponent.class.getName());
    }

    @Test
    void aSpanIsNamedByWhatIsDone() {
        assertThat(decorator.getOperationName(exchange, endpoint(LIST))).isEqualTo("personalize:attributes list");
        exchange.getMessage().setHeader("CamelPersonalizeOperation", "create");
        assertThat(decorator.getOperationName(exchange, endpoint(LIST))).isEqualTo("personalize:attributes create");
    }

    /** The producer tells what is wrong with the header. */
    @Test
    void orByTheOptionWhereTheHeaderIsWrong() {
        exchange.getMessage().setHeader("CamelPersonalizeOperation", "explode");

        assertThat(decorator.getOperationName(exchange, endpoint(LIST))).isEqualTo("personalize:attributes list");
    }

    @Test
    void aConsumerDeliversChanges() {
        assertThat(decorator.getOperationName(exchange, endpoint("personalize:events?projectUid=p1&authtoken=t")))
                .isEqualTo("personalize:events changes");
    }

    @Test
    void anotherEndpointInItsPlaceHasNoOperation() {
        assertThat(decorator.getOperationName(exchange, endpoint("mock:instead"))).isEqualTo("personalize");
    }

    @Test
    void anInterceptedEndpointIsTheOneThatIsMeant() {
        assertThat(decorator.getOperationName(exchange, new DefaultInterceptSendToEndpoint(endpoint(LIST), true)))
                .isEqualTo("personalize:attributes list");
    }

    @Test
    void beforeTheRequestItsTagsTellTheOperationAndTheServerOnly() {
        decorator.beforeTracingEvent(span, exchange, endpoint(LIST));

        assertThat(tags()).isEqualTo(Map.ofEntries(Map.entry("component", "camel-personalize"), Map.entry("url.scheme", "personalize"),
                Map.entry("exchangeId", exchange.getExchangeId()), Map.entry("camel.uri", "personalize:attributes?operation=list"),
                Map.entry("url.path", "attributes"), Map.entry("server.address", "localhost"), Map.entry("server.protocol", "http"),
                Map.entry("rpc.service", "personalize"), Map.entry("rpc.method", "attributes/list"),
                Map.entry("personalize.resource", "attributes"), Map.entry("personalize.operation", "list")));
    }

    @Test
    void afterwardsTheHeadersTellWhatCameOfIt() {
        exchange.getMessage().setHeaders(Map.of("CamelPersonalizeOutcome", "CREATED", "CamelPersonalizeStatusCode", 201,
                "CamelPersonalizeRequestCount", 2));

        decorator.afterTracingEvent(span, exchange);

        assertThat(tags()).isEqualTo(Map.of("personalize.outcome", "CREATED", "http.status_code", "201", "personalize.requests", "2"));
        assertThat(span.getLogEntries()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        decorator.afterTracingEvent(span, exchange);

        assertThat(tags()).isEmpty();
    }

    @Test
    void theExceptionTellsWhatCameOfAFailure() {
        exchange.getMessage().setHeaders(Map.of("CamelPersonalizeOutcome", "CREATED", "CamelPersonalizeStatusCode", 201));
        exchange.setException(new PersonalizeRejectedException("why",
                new PersonalizeException.ErrorDetails("attribute", "age", null, 422, null, List.of(), Outcome.REJECTED, null)));

        decorator.afterTracingEvent(span, exchange);

        assertThat(tags()).isEqualTo(Map.of("personalize.outcome", "REJECTED", "http.status_code", "422", "error", "true"));
        assertThat(span.getLogEntries()).singleElement().satisfies(entry -> assertThat(entry.getFields())
                .isEqualTo(Map.of("event", "error", "error.kind", PersonalizeRejectedException.class.getName())));
    }

    @Test
    void ofAnotherExceptionOnlyItsTypeIsTold() {
        exchange.getMessage().setHeader("CamelPersonalizeOutcome", "CREATED");
        exchange.setException(new IllegalStateException("secret"));

        decorator.afterTracingEvent(span, exchange);

        assertThat(tags()).isEqualTo(Map.of("error", "true"));
        assertThat(span.getLogEntries()).singleElement().satisfies(entry -> assertThat(entry.getFields())
                .isEqualTo(Map.of("event", "error", "error.kind", "java.lang.IllegalStateException")));
    }
}
