// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The plan that the documentation shows in all its formats. */
class PlanSnippetsTest extends EmulatedRoutes {

    private static final Plan PLAN = Plan.of(Json.read(new Snippet("plan.json").text()));

    @Test
    void thePlanIsOneThatTheComponentWrites() {
        assertThat(Json.read(new Snippet("plan.json").text())).isEqualTo(PLAN.toJson());
    }

    @Test
    void itsTextAndMarkdownAreShown() {
        new Page(Snippet.FILES.resolve("plan.txt"), PLAN.toText()).requireInStep(PlanSnippetsTest.class);
        new Page(Snippet.FILES.resolve("plan.md"), PLAN.toMarkdown()).requireInStep(PlanSnippetsTest.class);
    }

    @Test
    void aRouteGetsAllFormats(@TempDir Path reports) throws Exception {
        context.getPropertiesComponent().addInitialProperty("reports", reports.toString());
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("plan-reports.yaml", new Snippet("plan-reports.yaml").text()));

        Exchange exchange = context.createProducerTemplate().send("direct:reports", call -> call.getMessage().setBody(PLAN));

        assertThat(exchange.getException()).isNull();
        assertThat(reports.resolve("plan.txt")).hasContent(PLAN.toText());
        assertThat(reports.resolve("plan.md")).hasContent(PLAN.toMarkdown());
        assertThat(reports.resolve("plan.html")).hasContent(PLAN.toHtml());
        assertThat(Plan.of(Json.read(Files.readAllBytes(reports.resolve("plan.json"))))).isEqualTo(PLAN);
    }

    @Test
    void camelConvertsAPlan() {
        var converter = context.getTypeConverter();

        assertThat(converter.convertTo(String.class, PLAN)).isEqualTo(PLAN.toText());
        assertThat(converter.convertTo(byte[].class, PLAN)).isEqualTo(Json.bytes(PLAN.toJson()));
        assertThat(converter.convertTo(JsonNode.class, PLAN)).isEqualTo(PLAN.toJson());
    }

    @Test
    void simpleCallsItsMethods() {
        Exchange exchange = context.getEndpoint("direct:any").createExchange();
        exchange.getMessage().setBody(PLAN);

        assertThat(simple("${body.toMarkdown()}", exchange)).isEqualTo(PLAN.toMarkdown());
        assertThat(simple("${body.toHtml()}", exchange)).isEqualTo(PLAN.toHtml());
        assertThat(simple("${body.hasBlocked()}", exchange)).isEqualTo("true");
        assertThat(simple("${body.isEmpty()}", exchange)).isEqualTo("false");
    }

    @Test
    void thePageTellsEveryMemberOfTheFormat() throws IOException {
        JsonNode schema = Json.read(Plan.class.getResourceAsStream("plan.schema.json").readAllBytes());
        List<String> rows = new ArrayList<>();
        rows(rows, "plan", schema);
        for (String type : List.of("step", "change", "order")) {
            rows(rows, type, schema.at("/$defs/" + type));
        }

        Page.read("docs/plan.adoc").with("plan schema",
                ComponentPage.table("[width=\"100%\",cols=\"1,1,2,6\",options=\"header\"]", "Of | Member | Type | Meaning", rows.stream()))
                .requireInStep(PlanSnippetsTest.class);
    }

    private static void rows(List<String> rows, String of, JsonNode type) {
        for (Map.Entry<String, JsonNode> member : type.get("properties").properties()) {
            boolean required = type.path("required").toString().contains("\"" + member.getKey() + "\"");
            rows.add("| %s | `%s`%s | %s | %s".formatted(of, member.getKey(), required ? " *" : "", type(member.getValue()),
                    member.getValue().get("description").textValue()));
        }
    }

    private static String type(JsonNode member) {
        if (member.has("enum")) {
            List<String> values = new ArrayList<>();
            member.get("enum").forEach(value -> values.add("`" + value.textValue() + "`"));
            return String.join(", ", values);
        }
        String reference = member.path("items").path("$ref").asText(member.path("$ref").asText(""));
        return switch (reference) {
            case "#/$defs/texts" -> "texts";
            case "" -> member.has("const") ? "`" + member.get("const") + "`" : member.path("type").asText("any JSON");
            default -> reference.replace("#/$defs/", "") + (member.has("items") ? "s" : "");
        };
    }

    private String simple(String expression, Exchange exchange) {
        return context.resolveLanguage("simple").createExpression(expression).evaluate(exchange, String.class);
    }
}
