// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.script.Script;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a developer sees at {@code /q/dev/personalize}. */
class DevConsoleTest extends EmulatedRoutes {

    private static final String LIST = "personalize:attributes?operation=list";

    @Test
    void endpointsAreListedWithPaceAndTrafficAsText() {
        send(LIST, null);

        assertThat((String) console().call(MediaType.TEXT)).containsPattern("""

                    personalize://attributes\\?operation=list
                        Rate: \\d+[.,]\\d\\d requests per second, 0 waiting
                        Requests: 1 \\(0 retries, 0 with status 429\\)
                        Reconciled creates: 0
                        Waited: \\d+ ms
                """).doesNotContain("Last problem");
    }

    @Test
    void theLastProblemIsToldAsText() {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));

        send(LIST, null);

        assertThat((String) console().call(MediaType.TEXT))
                .containsPattern("        Last problem: the service failed with 503.* \\(since .*Z\\)");
    }

    @Test
    void theSameAsJson() {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(429));

        send(LIST, null);

        JsonNode endpoint = json(((JsonObject) console().call(MediaType.JSON)).toJson()).at("/endpoints/0");
        assertThat(endpoint.path("uri").asText()).isEqualTo("personalize://attributes?operation=list");
        assertThat(endpoint.path("requestsPerSecond").asDouble()).isPositive();
        assertThat(endpoint.path("waiting").asInt(-1)).isZero();
        assertThat(endpoint.path("paused").asBoolean()).isTrue();
        assertThat(endpoint.path("requests").asInt()).isEqualTo(1);
        assertThat(endpoint.path("retries").asInt(-1)).isZero();
        assertThat(endpoint.path("rateLimited").asInt()).isEqualTo(1);
        assertThat(endpoint.path("reconciled").asInt(-1)).isZero();
        assertThat(endpoint.path("waitedMillis").isIntegralNumber()).isTrue();
        assertThat(endpoint.at("/lastProblem/kind").asText()).isEqualTo("unavailable");
        assertThat(endpoint.at("/lastProblem/status").asInt()).isEqualTo(429);
        assertThat(endpoint.at("/lastProblem/message").asText()).startsWith("the organization's rate limit is used up (429)");
        assertThat(endpoint.at("/lastProblem/since").asText()).endsWith("Z");
    }

    @Test
    void streamsOfCustomerDataAreListedWithTheirCounts() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cdp").transformDataType("personalize:segment");
            }
        });

        context.createProducerTemplate().sendBody("direct:cdp", List.of("{\"type\": \"track\", \"event\": \"Order Completed\"}", "{}"));

        assertThat((String) console().call(MediaType.TEXT)).isEqualTo("""

                    personalize:segment
                        Messages: 1, and 1 rejected
                        Attributes: 0
                        Events: 1
                        Withheld names: 0
                        Conflicting types: 0
                """);
        assertThat(json(((JsonObject) console().call(MediaType.JSON)).toJson())).isEqualTo(
                json("""
                        {"endpoints": [], "streams": [{"transformer": "personalize:segment", "messages": 1, "rejected": 1, "attributes": 0, "events": 1,
                         "withheld": 0, "conflicts": 0, "merged": 0, "ignored": 0}]}"""));
    }

    private DevConsole console() {
        return PluginHelper.getDevConsoleResolver(context).resolveDevConsole("personalize");
    }
}
