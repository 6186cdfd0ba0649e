// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeConsumer;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.faults.TraceLog;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes of the guides that need neither a broker nor an example of their own. */
class GuidesTest extends EmulatedRoutes {

    private static final String AGE = "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}";
    private static final String WRONG = "{\"key\": \"city\", \"name\": \"City\", \"data_type\": \"text\"}";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aFileIsOneBatchAndItsRejectedLinesAreReported() throws Exception {
        Files.writeString(folder.resolve("attributes-1.jsonl"), AGE + "\n" + WRONG + "\n" + AGE + "\n");
        startFiles();

        await().atMost(LONG).until(() -> Files.exists(folder.resolve(".done/attributes-1.jsonl")));
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
        assertThat(folder.resolve(".errors/attributes-1.jsonl.txt")).content().contains("attributes-1.jsonl:2", "REJECTED", "/data_type")
                .endsWith("3 items: 1 CREATED, 1 UNCHANGED, 1 REJECTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16"})
    void aFileInAnotherCharsetIsReportedAsAWhole(String charset) throws Exception {
        Files.writeString(folder.resolve("attributes-1.jsonl"), AGE + "\n" + AGE.replace("Age", "Größe") + "\n", Charset.forName(charset));
        startFiles();

        await().atMost(LONG).until(() -> Files.exists(folder.resolve(".done/attributes-1.jsonl")));
        assertThat(calls()).isEmpty();
        assertThat(folder.resolve(".errors/attributes-1.jsonl.txt"))
                .hasContent("The file is not UTF-8. Say which charset it is, as in file:inbox?charset=windows-1252");
    }

    @Test
    void aFileStaysWhereItIsWhileTheServiceIsAway() throws Exception {
        emulator().script(Script.on("GET", "/attributes").thenStatuses(503, 503));
        Files.writeString(folder.resolve("attributes-1.jsonl"), AGE + "\n");
        startFiles();

        await().atMost(LONG).until(() -> Files.exists(folder.resolve(".done/attributes-1.jsonl")));
        assertThat(calls()).containsExactly("GET /attributes", "GET /attributes", "GET /attributes", "POST /attributes");
        assertThat(folder.resolve(".errors")).doesNotExist();
    }

    @Test
    void filesInAFolderArePlannedAppliedAndExported() throws Exception {
        context.getPropertiesComponent().addOverrideProperty("ledger.folder", folder.resolve("ledger").toString());
        load("project-as-code.yaml");
        List<Path> files = List.of(Files.writeString(folder.resolve("attributes.yaml"), "attributes: [" + AGE + "]"),
                Files.writeString(folder.resolve("events.yaml"), "events: [{key: buy, name: Buy}]"));
        ProducerTemplate template = context.createProducerTemplate();

        Plan plan = template.requestBody("direct:plan", files, Plan.class);
        BatchReport report = template.requestBody("direct:apply", plan, BatchReport.class);

        assertThat(plan.toText()).contains("attribute \"age\"", "events.yaml:1:10", "Plan: 2 to create");
        assertThat(report.failures()).isZero();
        assertThat(template.requestBody("direct:plan", files, Plan.class).isEmpty()).isTrue();
        assertThat(template.requestBody("direct:export", null, String.class)).contains("key: age", "key: buy");
    }

    @Test
    void anHttpFrontRespondsByWhatTheCallerCanDo() throws Exception {
        int port = freePort();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(port);
        context.addService(new VertxPlatformHttpServer(server));
        load("http-front.yaml");

        HttpResponse<String> created = post(port, AGE);
        HttpResponse<String> rejected = post(port, WRONG);
        emulator().script(Script.on("POST", "/attributes").thenStatuses(401));
        HttpResponse<String> unauthorized = post(port, AGE.replace("age", "height"));
        emulator().script(Script.on("POST", "/attributes").thenStatuses(429));
        HttpResponse<String> unavailable = post(port, AGE.replace("age", "height"));

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(json(created.body()).path("uid").textValue()).isNotBlank();
        assertThat(rejected.statusCode()).isEqualTo(400);
        assertThat(rejected.body())
                .startsWith("attribute \"city\": /data_type must be one of string, number, boolean, date; it is \"text\"");
        assertThat(unauthorized.statusCode()).isEqualTo(503);
        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(unavailable.body()).isEmpty();
    }

    @Test
    void alertsTellOfChangesAndOfARejectedCredential() throws Exception {
        context.getPropertiesComponent().addInitialProperty("state.folder", folder.toString());
        context.getPropertiesComponent().addInitialProperty("alerts", "mock:alerts");
        load("alerts.yaml");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:records").to("personalize:attributes?operation=create");
            }
        });
        MockEndpoint alerts = context.getEndpoint("mock:alerts", MockEndpoint.class);
        PersonalizeConsumer consumer = (PersonalizeConsumer) context.getRoutes().get(0).getConsumer();
        send("personalize:attributes?operation=create", Attribute.of("age", "Age", "number"));
        consumer.run();

        send("personalize:attributes?operation=delete&key=age", null);
        consumer.run();
        emulator().script(Script.on("POST", "/attributes").thenStatuses(401));
        try (TraceLog log = new TraceLog()) {
            context.createProducerTemplate().send("direct:records", exchange -> exchange.getMessage().setBody(AGE));
            assertThat(log.text().lines()
                    .filter(line -> !line.contains("] INFO ") && !line.contains("] DEBUG ") && !line.contains("] TRACE ")))
                    .singleElement().asString().contains("] ERROR ", "No message passes ");
        }

        assertThat(alerts.getExchanges()).extracting(exchange -> exchange.getMessage().getBody(String.class)).hasSize(2)
                .satisfies(texts -> assertThat(texts.get(0)).isEqualTo("attribute \"age\" was deleted"))
                .satisfies(texts -> assertThat(texts.get(1)).startsWith("attribute \"age\": the service refused the credential with 401"));
    }

    private void startFiles() throws Exception {
        context.getPropertiesComponent().addInitialProperty("inbox", folder.toString());
        context.getPropertiesComponent().addInitialProperty("poll.delay", "100");
        load("files.yaml");
    }

    private static HttpResponse<String> post(int port, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/attributes"))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void load(String file) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.resolveResource(context, "classpath:docs/" + file));
    }
}
