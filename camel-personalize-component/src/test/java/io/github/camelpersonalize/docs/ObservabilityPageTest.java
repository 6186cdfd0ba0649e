// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeProgressEvent;
import io.github.camelpersonalize.PersonalizeSpanDecorator;
import io.github.camelpersonalize.emulator.script.Script;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.telemetrydev.DevSpanAdapter;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** What the page says there is to see is what a running context shows. */
class ObservabilityPageTest extends EmulatedRoutes {

    private static final String PAGE = "docs/observability.adoc";
    private static final String LIST = "personalize:attributes?operation=list";
    private static final Pattern LOGGER = Pattern.compile("getLogger\\((\\w+)\\.class\\)");
    private static final Pattern LEVEL = Pattern.compile("(?i)\\blog\\.(info|warn|error)\\(");

    @Test
    void metersAreThoseOfTheRegistry() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        context.getRegistry().bind("meters", meters);
        send(LIST, null);

        inStep("meters", ComponentPage.table("[width=\"100%\",cols=\"3,3,2,4\",options=\"header\"]",
                "Micrometer | Prometheus | Tags | What it counts", byName(meters).entrySet().stream().map(meter -> row(meters, meter))));
    }

    private static Map<String, List<Meter>> byName(PrometheusMeterRegistry meters) {
        return meters.getMeters().stream()
                .collect(Collectors.groupingBy(meter -> meter.getId().getName(), TreeMap::new, Collectors.toList()));
    }

    private static String row(PrometheusMeterRegistry meters, Map.Entry<String, List<Meter>> meter) {
        Meter.Id id = meter.getValue().get(0).getId();
        return "| `%s` | `%s` | %s | %s".formatted(id.getName(), scraped(meters, id),
                id.getTags().stream().map(Tag::getKey).sorted().collect(joining("`, `", "`", "`")), id.getDescription());
    }

    /** The name under which the scrape has the description. */
    private static String scraped(PrometheusMeterRegistry meters, Meter.Id id) {
        return meters.scrape().lines().filter(line -> line.startsWith("# HELP ") && line.endsWith(" " + id.getDescription()))
                .map(line -> line.split(" ")[2]).findFirst().orElseThrow();
    }

    @Test
    void attributesAreThoseOfTheMBean() throws Exception {
        send(LIST, null);
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = server.queryNames(new ObjectName("org.apache.camel:context=" + context.getName()
                + ",type=endpoints,name=\"personalize*\""), null).iterator().next();
        Set<String> own = Stream.of(Class.forName("io.github.camelpersonalize.PersonalizeEndpoint").getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(org.apache.camel.api.management.ManagedAttribute.class))
                .map(method -> method.getName().replaceFirst("^(get|is)", "")).collect(Collectors.toSet());

        inStep("attributes", ComponentPage.table("[width=\"100%\",cols=\"1,3\",options=\"header\"]", "Attribute | Meaning",
                Arrays.stream(server.getMBeanInfo(name).getAttributes()).filter(attribute -> own.contains(attribute.getName()))
                        .map(ObservabilityPageTest::row).sorted()));
    }

    private static String row(MBeanAttributeInfo attribute) {
        return "| `%s` | %s".formatted(attribute.getName(), attribute.getDescription());
    }

    @Test
    void detailsAreThoseOfACheckThatIsDown() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));
        send(LIST, null);

        Collection<HealthCheck.Result> readiness = HealthCheckHelper.invokeReadiness(context, "full");
        HealthCheck.Result result = readiness.stream()
                .filter(each -> each.getCheck().getId().equals("producer:personalize-attributes-list"))
                .findFirst().orElseThrow();
        Set<String> details = new TreeSet<>(result.getDetails().keySet());
        details.removeIf(detail -> detail.startsWith("check.") || detail.startsWith("invocation.") || detail.startsWith("failure.")
                || detail.startsWith("success."));
        details.add("dialect");

        assertThat(firstColumn("health")).isEqualTo(details);
    }

    @Test
    void membersAreThoseOfTheConsole() throws Exception {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503));
        send(LIST, null);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cdp").transformDataType("personalize:segment");
            }
        });
        context.createProducerTemplate().sendBody("direct:cdp", List.of());
        DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("personalize");
        JsonNode shown = json(((JsonObject) console.call(DevConsole.MediaType.JSON)).toJson());

        assertThat(firstColumn("endpoints")).isEqualTo(names(shown.at("/endpoints/0")));
        assertThat(firstColumn("streams")).isEqualTo(names(shown.at("/streams/0")));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void tagsAreThoseOfASpan() {
        Exchange exchange = send(LIST, null);
        DevSpanAdapter span = DevSpanAdapter.buildSpan("any");
        PersonalizeSpanDecorator decorator = new PersonalizeSpanDecorator();
        decorator.beforeTracingEvent(span, exchange, context.getEndpoint(LIST));
        decorator.afterTracingEvent(span, exchange);
        Set<String> tags = new TreeSet<>(span.tags().keySet());
        tags.add("personalize.outcome");

        assertThat(firstColumn("spans")).isEqualTo(tags);
    }

    @Test
    void gettersAreThoseOfTheEvent() {
        assertThat(firstColumn("event")).isEqualTo(Stream.of(PersonalizeProgressEvent.class.getDeclaredMethods()).map(Method::getName)
                .filter(name -> name.startsWith("get") && !Set.of("getSource", "getType", "getTimestamp").contains(name))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyLoggerThatOperatorsSeeIsListedWithItsLevels() throws Exception {
        Map<String, String> levels = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).map(file -> Page.read(file).text())
                    .forEach(source -> levels.merge(logger(source), levels(source), (one, other) -> one + other));
        }
        levels.values().removeIf(String::isEmpty);

        assertThat(section("loggers").lines().filter(line -> line.startsWith("| `")).map(line -> line.split("\\|")[1].strip()))
                .containsExactlyElementsOf(levels.keySet().stream().map(name -> "`" + name + "`").toList());
        assertThat(levels).allSatisfy((name, expected) -> assertThat(section("loggers")).contains("| `" + name + "` | " + expected + " |"));
    }

    /** A class that is given a logger uses the transformer's. */
    private static String logger(String source) {
        String base = "io.github.camelpersonalize.";
        return LOGGER.matcher(source).results()
                .map(found -> source.replaceFirst("(?s).*?package ([\\w.]+);.*", "$1") + "." + found.group(1))
                .findFirst().orElse(base + "SegmentDataTypeTransformer").substring(base.length());
    }

    private static String levels(String source) {
        return LEVEL.matcher(source).results().map(found -> "`" + found.group(1).toUpperCase() + "`").distinct().sorted()
                .collect(joining(" "));
    }

    private static void inStep(String section, String content) {
        Page.read(PAGE).with(section, content).requireInStep(ObservabilityPageTest.class);
    }

    private static Set<String> firstColumn(String section) {
        return section(section).lines().filter(line -> line.startsWith("| `"))
                .map(line -> line.replaceFirst("\\| `([^`]*)`.*", "$1")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String name) {
        String text = Page.read(PAGE).text();
        return text.substring(text.indexOf("// " + name + ": START"), text.indexOf("// " + name + ": END"));
    }
}
