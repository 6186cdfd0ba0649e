// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kamelets;

import io.github.camelpersonalize.EmulatedRoutes;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kamelet:segment-to-personalize-action} in a route. */
class SegmentActionTest extends EmulatedRoutes {

    private static final String ORDER = """
            {"type": "track", "event": "Order Completed", "context": {"traits": {"plan": "gold"}}}""";

    @Test
    void turnsAMessageIntoTheDefinitionsThatItImplies() {
        Exchange exchange = send("kamelet:segment-to-personalize-action", ORDER);

        assertThat(exchange.getException()).isNull();
        assertThat(json(exchange.getMessage().getBody(String.class))).isEqualTo(json("""
                {"attributes": [{"key": "plan", "name": "Plan", "data_type": "string"}],
                 "events": [{"key": "order_completed", "name": "Order Completed"}], "onConflict": "skip"}"""));
    }

    @Test
    void theUpsertSinkTakesThem() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cdp").to("kamelet:segment-to-personalize-action").to("kamelet:personalize-upsert-sink?resource=project");
            }
        });

        Exchange exchange = context.createProducerTemplate().send("direct:cdp", message -> message.getMessage().setBody(ORDER));

        assertThat(exchange.getException()).isNull();
        assertThat(emulator().project(PROJECT).attribute("plan").get("data_type").asText()).isEqualTo("string");
        assertThat(emulator().project(PROJECT).event("order_completed").get("name").asText()).isEqualTo("Order Completed");
    }
}
