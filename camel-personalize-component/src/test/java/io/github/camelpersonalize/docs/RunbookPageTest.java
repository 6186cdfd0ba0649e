// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelpersonalize.EmulatedRoutes;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** The alert rules, the dashboard and the runbook are about what Prometheus scrapes from a running context, and about each other. */
class RunbookPageTest extends EmulatedRoutes {

    private static final String ALERTS = "docs/operations/alerts.yaml";
    private static final String RUNBOOK = "docs/runbook.adoc";
    private static final int COLUMNS = 24;

    private static final Pattern METER = Pattern.compile("\\bpersonalize_\\w+");
    private static final Pattern SELECTOR = Pattern.compile("(personalize_\\w+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)(=~|=)\"([^\"]*)\"");
    private static final Pattern GROUPED = Pattern.compile("by \\(([^)]*)\\)");

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private String scrape;

    @BeforeEach
    void scrape() {
        context.getRegistry().bind("meters", meters);
        send("personalize:attributes?operation=list", null);
        scrape = meters.scrape();
    }

    @Test
    void everyMeterOfAnAlertIsScrapedWithTheLabelsThatTheAlertSelects() {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> requireScraped(alert.path("expr").asText()));
    }

    @Test
    void everyMeterOfTheDashboardIsScrapedWithTheLabelsThatThePanelSelects() {
        assertThat(expressions()).isNotEmpty().allSatisfy(this::requireScraped);
    }

    @Test
    void everyMeterIsOnTheDashboard() {
        String shown = expressions().stream().collect(joining());

        assertThat(scrape.lines().filter(line -> line.startsWith("personalize_")).map(line -> line.replaceFirst("\\{.*", "")))
                .isNotEmpty().allSatisfy(meter -> assertThat(shown).contains(meter));
    }

    private void requireScraped(String expression) {
        assertThat(METER.matcher(expression).results().map(found -> found.group())).isNotEmpty()
                .allSatisfy(meter -> assertThat(scrape).contains("\n" + meter + "{"));
        Matcher selectors = SELECTOR.matcher(expression);
        while (selectors.find()) {
            requireLabels(selectors.group(1), selectors.group(2));
        }
        assertThat(GROUPED.matcher(expression).results().flatMap(found -> Stream.of(found.group(1).split(", "))))
                .isSubsetOf("job", "resource", "outcome");
    }

    /** The label job is Prometheus' own, and what begins with a dollar is filled in by Grafana. */
    private void requireLabels(String meter, String selected) {
        List<String> series = scrape.lines().filter(line -> line.startsWith(meter + "{")).toList();
        assertThat(LABEL.matcher(selected).results().filter(label -> !label.group(1).equals("job"))).allSatisfy(label -> {
            assertThat(series).anyMatch(line -> line.contains(label.group(1) + "=\""));
            Stream.of(label.group(3).split("\\|")).filter(value -> !value.startsWith("$"))
                    .forEach(value -> assertThat(series).anyMatch(line -> line.contains(label.group(1) + "=\"" + value + "\"")));
        });
    }

    @Test
    void everyAlertHasASectionOfTheRunbookAndATestThatFiresIt() {
        String runbook = Page.read(RUNBOOK).text();
        String tests = Page.read("docs/operations/alerts-test.yaml").text();

        assertThat(alerts()).allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(runbook).contains("[#" + name + "]\n== " + name + "\n");
            assertThat(alert.at("/annotations/runbook_url").asText()).endsWith("/docs/runbook.adoc#" + name);
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
            assertThat(tests).contains("alertname: " + name + "\n        exp_alerts:\n", "alertname: " + name + "}");
        });
        assertThat(Pattern.compile("(?m)^\\[#(Personalize\\w+)]$").matcher(runbook).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(alerts().stream().map(alert -> alert.path("alert").asText()).toList());
    }

    @Test
    void theDashboardCanBeImportedIntoAnyGrafana() {
        JsonNode dashboard = dashboard();
        Set<Integer> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();

        assertThat(dashboard.has("id")).isFalse();
        assertThat(dashboard.path("uid").asText()).isEqualTo("camel-personalize");
        assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
        assertThat(all(dashboard.path("panels"))).allSatisfy(panel -> {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("title").asText()).isNotEmpty();
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(cells(panel.path("gridPos"))).allSatisfy(cell -> assertThat(cells.add(cell)).isTrue());
        });
    }

    private static List<String> cells(JsonNode place) {
        int left = place.path("x").asInt();
        int right = left + place.path("w").asInt();
        int top = place.path("y").asInt();
        assertThat(right).isLessThanOrEqualTo(COLUMNS);
        return IntStream.range(top, top + place.path("h").asInt()).boxed()
                .flatMap(y -> IntStream.range(left, right).mapToObj(x -> x + " " + y)).toList();
    }

    private static List<JsonNode> alerts() {
        return all(new ObjectMapper().<JsonNode>valueToTree(new Yaml().load(Page.read(ALERTS).text())).at("/groups/0/rules"));
    }

    private static List<String> expressions() {
        return all(dashboard().path("panels")).stream().flatMap(panel -> all(panel.path("targets")).stream())
                .map(target -> target.path("expr").asText()).toList();
    }

    private static JsonNode dashboard() {
        try {
            return new ObjectMapper().readTree(Page.read("docs/operations/dashboard.json").text());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
