// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages of a customer-data platform, all the way into the project. */
class SegmentUpsertTest extends EmulatedRoutes {

    private static final String ORDER = """
            {"type": "track", "event": "Order Completed"}""";

    @BeforeEach
    void addRoute() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:cdp").transformDataType("personalize:segment").to("personalize:project?operation=upsert&failOn=none");
            }
        });
    }

    @Test
    void messagesCostAListAKindAndARequestForEachDefinitionThatIsMissing() {
        List<String> messages = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(i -> messages.add("{\"type\": \"identify\", \"traits\": {\"trait" + i % 10 + "\": " + i + "}}"));
        IntStream.range(0, 1_000).forEach(i -> messages.add("{\"type\": \"track\", \"event\": \"Event " + i % 5 + "\"}"));

        learn(messages);
        learn(messages);

        assertThat(emulator().requestCounts()).isEqualTo(
                Map.of("GET /attributes", 1L, "GET /events", 1L, "POST /attributes", 10L, "POST /events", 5L));
        assertThat(emulator().project(PROJECT).attributes()).hasSize(10);
        assertThat(emulator().project(PROJECT).events()).hasSize(5);
    }

    @Test
    void whatPeopleHaveEditedStaysAsItIs() {
        send("personalize:attributes?operation=create", "{\"key\": \"age\", \"name\": \"Age in years\", \"data_type\": \"string\"}");

        BatchReport report = learn(List.of("{\"type\": \"identify\", \"traits\": {\"age\": 7}}"));

        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Age in years");
        assertThat(emulator().project(PROJECT).attribute("age").path("data_type").asText()).isEqualTo("string");
        assertThat(report.items()).extracting(item -> item.outcome() + " " + item.message()).containsExactly(
                "UNCHANGED differs in /name, /data_type, and is left as it is (onConflict=skip)");
    }

    @Test
    void aWrongItemIsRejectedWithItsCoordinatesAndTheOthersAreLearned() {
        BatchReport report = learn(
                List.of(polled(7, ORDER), polled(8, "{\"type\": \"track\"}"), polled(9, "{not JSON"), polled(10, ORDER)));

        assertThat(report.items()).extracting(item -> item.coordinates() + " " + item.key() + " " + item.outcome() + " " + item.message())
                .containsExactly("cdp-2@7 order_completed CREATED null", "cdp-2@8 null REJECTED /event must be the name of an event",
                        "cdp-2@9 null REJECTED Unexpected character ('n' (code 110)): was expecting double-quote to start field name"
                                + " at line 1, column 2",
                        "cdp-2@10 order_completed UNCHANGED null");
    }

    @Test
    void aNameThatLooksLikeAReferenceIsLearnedAsText() {
        learn(List.of("{\"type\": \"identify\", \"traits\": {\"ref:event/x\": 1}}"));

        assertThat(emulator().project(PROJECT).attributes()).extracting(one -> one.path("key").asText()).containsExactly("ref:event/x");
    }

    private BatchReport learn(List<?> messages) {
        Exchange exchange = context.createProducerTemplate().send("direct:cdp", sent -> sent.getMessage().setBody(messages));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(BatchReport.class);
    }

    private Exchange polled(long offset, String body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(new HashMap<>(Map.of("kafka.TOPIC", "cdp", "kafka.PARTITION", 2, "kafka.OFFSET", offset)));
        return exchange;
    }
}
