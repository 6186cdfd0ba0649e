// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.model.Json;
import org.apache.camel.Message;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.processor.transformer.ByteArrayDataTypeTransformer;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which endpoints and streams the console shows, and in which order. */
class ConsoleTest extends EmulatedEndpoints {

    private static final String LIST = "personalize:attributes?operation=list";

    private final PersonalizeDevConsole console = new PersonalizeDevConsole();

    @BeforeEach
    void showTheContext() {
        console.setCamelContext(context);
    }

    private String text() {
        return (String) console.call(MediaType.TEXT, Map.of());
    }

    private JsonNode json() {
        return Json.read(((JsonObject) console.call(MediaType.JSON, Map.of())).toJson());
    }

    @Test
    void itIsFoundByItsName() {
        assertThat(List.of(console.getGroup(), console.getId(), console.getDisplayName(), console.getDescription()))
                .containsExactly("camel", "personalize", "Personalize", "Traffic of Contentstack Personalize endpoints");
        assertThat(List.of(console.supportMediaType(MediaType.TEXT), console.supportMediaType(MediaType.JSON))).containsExactly(true, true);
    }

    @Test
    void withoutEndpointsAndStreamsItIsEmpty() {
        context.getEndpoint("mock:other");

        assertThat(text()).isEmpty();
        assertThat(json()).isEqualTo(Json.read("{\"endpoints\": [], \"streams\": []}"));
    }

    @Test
    void endpointsAreInTheOrderOfTheirUris() throws Exception {
        time.stand();
        emulator().script(Script.on("GET", "/attributes").thenStatuses(429));
        endpoint("personalize:events?operation=list");
        send(LIST, null);

        assertThat(text().replaceAll("\\d+[.,]\\d\\d requests", "# requests").replaceAll("since .*Z\\)", "since #)")).isEqualTo("""

                    personalize://attributes?operation=list
                        Rate: # requests per second, 0 waiting, paused
                        Requests: 1 (0 retries, 1 with status 429)
                        Reconciled creates: 0
                        Waited: 0 ms
                        Last problem: %s (since #)

                    personalize://events?operation=list
                        Rate: # requests per second, 0 waiting
                        Requests: 0 (0 retries, 0 with status 429)
                        Reconciled creates: 0
                        Waited: 0 ms
                """.formatted(endpoint(LIST).getLastProblem()));
    }

    @Test
    void theSameAsJson() throws Exception {
        time.stand();
        emulator().script(Script.on("GET", "/attributes").thenStatuses(429));
        endpoint("personalize:events?operation=list");
        send(LIST, null);

        JsonNode endpoints = json().path("endpoints");
        ObjectNode first = (ObjectNode) endpoints.get(0);
        assertThat(first.remove("requestsPerSecond").asDouble()).isPositive();
        assertThat(((ObjectNode) first.path("lastProblem")).remove("since").asText()).endsWith("Z");
        assertThat(first).isEqualTo(Json
                .read("""
                        {"uri": "personalize://attributes?operation=list", "waiting": 0, "paused": true, "requests": 1, "retries": 0, "rateLimited": 1,
                         "reconciled": 0, "waitedMillis": 0, "lastProblem": {"kind": "unavailable", "status": 429, "message": "%s"}}"""
                        .formatted(endpoint(LIST).getLastProblem())));
        assertThat(endpoints.get(1)).isEqualTo(Json.read("""
                {"uri": "personalize://events?operation=list", "requestsPerSecond": 0.0, "waiting": 0, "paused": false, "requests": 0,
                 "retries": 0, "rateLimited": 0, "reconciled": 0, "waitedMillis": 0}"""));
        assertThat(endpoints).hasSize(2);
    }

    @Test
    void streamsAreShownWithTheirCounts() throws Exception {
        SegmentDataTypeTransformer orders = new SegmentDataTypeTransformer(context, "personalize:orders", new SegmentOptions());
        context.getTransformerRegistry().put(new TransformerKey("personalize:orders"), orders);
        context.getTransformerRegistry().put(new TransformerKey("other"), new ByteArrayDataTypeTransformer());
        orders.start();
        for (String sent : List.of("{\"type\": \"track\", \"event\": \"Order Completed\"}",
                "{\"type\": \"identify\", \"traits\": {\"age\": 7}}")) {
            Message message = new DefaultExchange(context).getMessage();
            message.setBody(sent);
            orders.transform(message, null, null);
        }

        assertThat(text()).isEqualTo("""

                    personalize:orders
                        Messages: 2, and 0 rejected
                        Attributes: 1
                        Events: 1
                        Withheld names: 0
                        Conflicting types: 0
                """);
        assertThat(json().path("streams")).isEqualTo(Json.read("""
                [{"transformer": "personalize:orders", "messages": 2, "rejected": 0, "attributes": 1, "events": 1, "withheld": 0,
                  "conflicts": 0, "merged": 0, "ignored": 0}]"""));
    }
}
