// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.manifest.UnusedDefinitions;
import io.github.camelpersonalize.manifest.UnusedDefinitions.Unused;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions that nothing refers to. */
class UnusedTest extends EmulatedRoutes {

    private static final String UNUSED = "personalize:project?operation=unused";
    private static final String SHOP = """
            {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"},
                            {"uid": "a2", "key": "tier", "name": "Tier", "data_type": "string"},
                            {"uid": "a3", "key": "zip", "name": "Zip", "data_type": "string"},
                            {"uid": "COUNTRY", "name": "Country", "__type": "PRESET"}],
             "events": [{"uid": "v1", "key": "buy", "name": "Buy"}, {"uid": "v2", "key": "leave", "name": "Leave"}],
             "audiences": [{"uid": "u1", "name": "Adults", "rules": {"attribute": "age", "value": {"event": "v1"}}},
                           {"uid": "u2", "name": "Gold", "rules": {"all": [{"attribute": "a2"}]}},
                           {"uid": "u3", "name": "Churn", "source": "LYTICS"}],
             "experiences": [{"uid": "e1", "name": "Hero", "type": "SEGMENTED", "variants": [{"uid": "x1", "name": "A", "audience_uid": "u1"}]}]}""";

    @Test
    void whatNothingRefersToIsListedAndNothingIsWritten() {
        emulator().seed(PROJECT, SHOP);

        UnusedDefinitions unused = unused();

        assertThat(unused.unused()).containsExactly(new Unused("attribute", "zip", "a3"), new Unused("event", "leave", "v2"),
                new Unused("audience", "Gold", "u2"));
        assertThat(unused.toText()).isEqualTo("""
                Nothing refers to 3 definitions:
                  attribute "zip" (uid a3)
                  event "leave" (uid v2)
                  audience "Gold" (uid u2)
                Looked at: 4 attributes, 2 events, 3 audiences, 1 experiences.
                """);
        assertThat(calls()).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void asJsonItHasTheManifestOfTheRest() {
        emulator().seed(PROJECT, SHOP);

        assertThat(json(send(UNUSED, null).getMessage().getBody(byte[].class))).isEqualTo(
                json("""
                        {"unused": [{"kind": "attribute", "key": "zip", "uid": "a3"}, {"kind": "event", "key": "leave", "uid": "v2"},
                                    {"kind": "audience", "key": "Gold", "uid": "u2"}],
                         "lookedAt": {"attributes": 4, "events": 2, "audiences": 3, "experiences": 1},
                         "manifest": {
                           "attributes": [{"key": "age", "name": "Age", "data_type": "number"}, {"key": "tier", "name": "Tier", "data_type": "string"}],
                           "events": [{"key": "buy", "name": "Buy"}],
                           "audiences": [{"name": "Adults", "rules": {"attribute": "age", "value": {"event": "ref:event/buy"}}}],
                           "experiences": [{"name": "Hero", "type": "SEGMENTED", "variants": [{"name": "A", "audience_uid": "ref:audience/Adults"}]}],
                           "priority": ["ref:experience/Hero"]}}"""));
    }

    @Test
    void aPlanOfItsManifestDeletesThemAndNothingElse() throws Exception {
        emulator().seed(PROJECT, SHOP);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:tidy").to(UNUSED).setBody(simple("${body.manifest}")).to("personalize:project?operation=plan&prune=all");
            }
        });

        Exchange exchange = context.createProducerTemplate().send("direct:tidy", sent -> {});

        assertThat(exchange.getException()).isNull();
        Plan plan = exchange.getMessage().getBody(Plan.class);
        assertThat(plan.steps()).filteredOn(step -> step.action() != Action.UNCHANGED)
                .extracting(step -> step.action() + " " + step.resource().kind() + " " + step.key())
                .containsExactlyInAnyOrder("DELETE audience Gold", "DELETE attribute zip");
        assertThat(plan.warnings())
                .containsExactly("event \"leave\" is not in the manifest and stays, because the service cannot delete events");
    }

    @Test
    void thereIsNoManifestWhereItWouldDeleteMore() {
        emulator().seed(PROJECT, "{\"attributes\": [{\"uid\": \"a1\", \"key\": \"x\"}, {\"uid\": \"a2\", \"key\": \"zip\","
                + " \"name\": \"Zip\", \"data_type\": \"string\"}]}");

        UnusedDefinitions unused = unused();

        assertThat(unused.manifest()).isNull();
        assertThat(unused.toJson().has("manifest")).isFalse();
        assertThat(unused.unused()).extracting(Unused::uid).containsExactly("a1", "a2");
    }

    @Test
    void anEmptyProjectHasNone() {
        assertThat(unused().toText())
                .isEqualTo("Nothing refers to 0 definitions.\nLooked at: 0 attributes, 0 events, 0 audiences, 0 experiences.\n");
        assertThat(unused().toJson().get("unused")).isEqualTo(json("[]"));
    }

    @Test
    void withoutAListNothingIsCalledUnused() {
        emulator().seed(PROJECT, SHOP);
        emulator().script(Script.on("GET", "/experiences").then(Step.status(500)).forEver());

        Exchange exchange = send(UNUSED, null);

        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getMessage().getBody()).isNull();
    }

    private UnusedDefinitions unused() {
        Exchange exchange = send(UNUSED, null);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(UnusedDefinitions.class);
    }

    private static JsonNode json(byte[] text) {
        return json(new String(text, StandardCharsets.UTF_8));
    }
}
