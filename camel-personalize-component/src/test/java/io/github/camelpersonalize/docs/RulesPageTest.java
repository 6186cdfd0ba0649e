// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.util.Map;

import io.github.camelpersonalize.LiveEmulatedRoutes;
import io.github.camelpersonalize.PersonalizeException;
import io.github.camelpersonalize.manifest.UnusedDefinitions;
import io.github.camelpersonalize.model.Rules;
import io.github.camelpersonalize.model.Rules.Preset;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on rules: its code runs, in Java and as a manifest, and both say the same. */
class RulesPageTest extends LiveEmulatedRoutes {

    private static final String FILES = "camel-personalize-component/src/test/resources/rules/";

    @Test
    void theRulesInJavaAreThoseOfTheManifest() throws Exception {
        context.addRoutes(rules());
        String manifest = new Snippet(FILES + "audience.yaml").text();
        assertThat(send("personalize:project?operation=apply", manifest).getException()).isNull();

        Exchange exchange = context.createProducerTemplate().send("direct:rules", sent -> {});

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).hasToString("UNCHANGED");
    }

    @Test
    void aRuleThatCannotBeRightIsToldAsThePageSays() {
        Exchange exchange = send("personalize:audiences?operation=upsert", new Snippet(FILES + "wrong.json").text());

        assertThat(exchange.getException()).isInstanceOf(PersonalizeException.class)
                .hasMessage(new Snippet(FILES + "wrong.txt").text().replaceAll("\\s+", " ").strip());
    }

    @Test
    void unusedDefinitionsBecomeAPlan() throws Exception {
        context.addRoutes(tidy());
        created("attributes", "{\"key\": \"zip\", \"name\": \"Zip\"}");
        created("events", "{\"key\": \"buy\"}");
        created("experiences", "{\"name\": \"Hero\", \"__type\": \"SEGMENTED\"}");

        Exchange exchange = context.createProducerTemplate().send("direct:tidy", sent -> {});

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(Plan.class).toText()).contains("zip", "buy");
        assertThat(send("personalize:project?operation=unused", null).getMessage().getBody(UnusedDefinitions.class).unused()).hasSize(2);
    }

    private static RouteBuilder rules() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::rules[]
                Rules gold = Rules.all(
                        Rules.attribute("loyalty_tier").equalTo("gold"),
                        Rules.preset(Preset.COUNTRY).not().equalTo("US"),
                        Rules.any(
                                Rules.attribute("orders").greaterThan(10),
                                Rules.attribute("newsletter").isTrue()));

                from("direct:rules")
                    .setBody(constant(Map.of("name", "Gold abroad", "definition", gold)))
                    .to("personalize:audiences?operation=upsert&dialect=live");
                // end::rules[]
                // @formatter:on
            }
        };
    }

    private static RouteBuilder tidy() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::tidy[]
                from("direct:tidy")
                    .to("personalize:project?operation=unused")
                    .log("${body}")
                    .setBody(simple("${body.manifest}"))
                    .to("personalize:project?operation=plan&prune=all");
                // end::tidy[]
                // @formatter:on
            }
        };
    }
}
