// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.List;

import io.github.camelpersonalize.LiveEmulatedRoutes;
import io.github.camelpersonalize.SegmentOptions;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Messages of a customer-data platform, into a project of the live service. */
class LiveSegmentTest extends LiveEmulatedRoutes {

    private static final String MESSAGE = """
            {"type": "track", "event": "Order Completed", "context": {"traits": {"firstName": "Ada", "age": 36}}}""";

    @Test
    void attributesHaveNoDataTypeAndEventsNoName() throws Exception {
        Exchange exchange = transformed("live", MESSAGE);

        assertThat(json(exchange.getMessage().getBody(String.class))).isEqualTo(json("""
                {"attributes": [{"key": "firstName", "name": "First Name"}, {"key": "age", "name": "Age"}],
                 "events": [{"key": "order_completed"}], "onConflict": "skip"}"""));
    }

    @Test
    void theServiceLearnsThemOnce() throws Exception {
        addRoute("live", "personalize:project?operation=upsert");

        assertThat(outcomes()).containsExactly("firstName CREATED", "age CREATED", "order_completed CREATED");
        assertThat(outcomes()).containsExactly("firstName UNCHANGED", "age UNCHANGED", "order_completed UNCHANGED");

        assertThat(calls()).containsExactlyInAnyOrder("GET /attributes", "POST /attributes", "POST /attributes", "GET /events",
                "POST /events");
    }

    /** What the condition of a rule compares with decides there, so no value is at odds with another. */
    @Test
    void valuesOfSeveralTypesAreNoConflict() throws Exception {
        TestStream contract = new TestStream(rules("contract"));
        TestStream live = new TestStream(rules("live"));

        for (TestStream stream : List.of(contract, live)) {
            stream.trait("age", "7");
            stream.trait("age", "\"seven\"");
        }

        assertThat(contract.stream.counts().conflicts()).isEqualTo(1);
        assertThat(live.stream.counts().conflicts()).isZero();
    }

    @Test
    void withoutAWordTheDialectIsTheContract() throws Exception {
        assertThat(transformed("contract", MESSAGE).getMessage().getBody(String.class)).contains("\"data_type\":\"string\"");
        assertThat(new SegmentOptions().getDialect()).isEqualTo("contract");
    }

    @Test
    void anotherDialectIsToldAtStart() {
        assertThatThrownBy(() -> addRoute("klingon", "mock:out")).rootCause().isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SegmentOptions: dialect must be contract or live");
    }

    private List<String> outcomes() {
        Exchange exchange = context.createProducerTemplate().send("direct:cdp", sent -> sent.getMessage().setBody(List.of(MESSAGE)));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(BatchReport.class).items().stream().map(item -> item.key() + " " + item.outcome()).toList();
    }

    private Exchange transformed(String dialect, String message) throws Exception {
        addRoute(dialect, "mock:out");
        return context.createProducerTemplate().send("direct:cdp", sent -> sent.getMessage().setBody(message));
    }

    private void addRoute(String dialect, String to) throws Exception {
        SegmentOptions options = new SegmentOptions();
        options.setDialect(dialect);
        context.getRegistry().bind("options", options);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:cdp").transformDataType("personalize:segment").to(to);
            }
        });
    }

    private static SegmentRules rules(String dialect) {
        InferenceRules any = new InferenceRules(KeyStyle.as_is, new NameFilter("*", ""), 100, "max");
        return new SegmentRules(Dialect.named(dialect).orElseThrow(), any, any, false, false);
    }
}
