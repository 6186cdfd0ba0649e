// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.SegmentDataTypeTransformer;
import io.github.camelpersonalize.SegmentOptions;
import io.github.camelpersonalize.cdp.KeyStyle;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The page on CDP traffic: its code runs, and its table of options is the generator's. */
class SegmentPageTest extends EmulatedRoutes {

    private static final String PAGE = "docs/segment.adoc";
    private static final String FILES = "camel-personalize-component/src/test/resources/segment/";

    @Test
    void thePageShowsTheCodeThatTestsRun() {
        new CodeBlocks(Page.read(PAGE)).refreshed().requireInStep(SegmentPageTest.class);
    }

    @Test
    void allCodeOnThePageIsASnippet() {
        assertThat(new CodeBlocks(Page.read(PAGE)).all()).isNotEmpty().allMatch(block -> block.name() != null);
    }

    @Test
    void theTableOfOptionsIsInStepWithTheCode() throws IOException {
        JsonNode options = json(resource("META-INF/services/org/apache/camel/bean/SegmentOptions.json")).at("/bean/properties");
        Stream<String> rows = options.properties().stream().map(option -> "| *%s* | %s | %s | %s".formatted(option.getKey(),
                option.getValue().path("description").asText() + values(option.getValue()), defaultValue(option.getValue()),
                option.getValue().path("javaType").asText().replaceFirst(".*\\.", "")));

        Page.read(PAGE).with("segment options",
                ComponentPage.table("[width=\"100%\",cols=\"2,6,1,2\",options=\"header\"]", "Name | Description | Default | Type", rows))
                .requireInStep(SegmentPageTest.class);
    }

    @Test
    void theMessageBecomesTheFragment() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:transform").transformDataType("personalize:segment");
            }
        });

        Exchange exchange = call("direct:transform", new Snippet(FILES + "message.json").text());

        assertThat(json(exchange.getMessage().getBody(String.class))).isEqualTo(json(new Snippet(FILES + "fragment.json").text()));
    }

    @Test
    void theRouteInJavaCreatesWhatTheProjectLacks() throws Exception {
        context.addRoutes(learn());

        assertLearned();
    }

    @Test
    void theRouteInYamlCreatesWhatTheProjectLacks() throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.resolveResource(context, "classpath:segment/learn.yaml"));

        assertLearned();
    }

    @Test
    void propertiesOfTheOptions() throws Exception {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("classpath:segment/options.properties");
        main.start();
        try {
            SegmentOptions options = main.getCamelContext().getRegistry().findByType(SegmentOptions.class).iterator().next();
            assertThat(options.getAttributeKeys()).isEqualTo(KeyStyle.snake_case);
            assertThat(options.getExcludeTraits()).isEqualTo("anonymousId, userId, email, phone, *_id");
            assertThat(options.getIncludeEvents()).isEqualTo("Order *, Product *");
            assertThat(options.getMaxAttributes()).isEqualTo(200);
        } finally {
            main.stop();
        }
    }

    @Test
    void aSecondStream() throws Exception {
        bind(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:shop").transformDataType("personalize:shop");
            }
        });

        Exchange exchange = call("direct:shop", "{\"type\": \"page\", \"name\": \"Home\"}");

        assertThat(json(exchange.getMessage().getBody(String.class)).at("/events/0/name").asText()).isEqualTo("Viewed Home Page");
    }

    private void assertLearned() {
        Exchange exchange = call("direct:cdp", new Snippet(FILES + "message.json").text());

        assertThat(exchange.getException()).isNull();
        assertThat(emulator().project(PROJECT).attributes())
                .extracting(one -> one.path("key").asText() + ":" + one.path("data_type").asText())
                .containsExactly("firstName:string", "age:number", "customerSince:date");
        assertThat(emulator().project(PROJECT).events()).extracting(one -> one.path("name").asText()).containsExactly("Order Completed");
    }

    private static RouteBuilder learn() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // @formatter:off
                // tag::learn[]
                from("direct:cdp")
                    .transformDataType("personalize:segment")
                    .to("personalize:project?operation=upsert");
                // end::learn[]
                // @formatter:on
            }
        };
    }

    private static void bind(CamelContext context) {
        // @formatter:off
        // tag::second[]
        SegmentOptions shop = new SegmentOptions();
        shop.setPageEvents(true);
        context.getRegistry().bind("personalize:shop", new SegmentDataTypeTransformer(context, "personalize:shop", shop));
        // end::second[]
        // @formatter:on
    }

    private Exchange call(String entrance, Object body) {
        return context.createProducerTemplate().send(entrance, exchange -> exchange.getMessage().setBody(body));
    }

    private static String values(JsonNode option) {
        return option.has("enum")
                ? option.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining("`, `", " Values: `", "`."))
                : "";
    }

    private static String defaultValue(JsonNode option) {
        return option.has("defaultValue") ? "`" + option.path("defaultValue").asText() + "`" : "";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SegmentPageTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
