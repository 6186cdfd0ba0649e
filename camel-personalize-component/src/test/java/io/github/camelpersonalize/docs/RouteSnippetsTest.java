// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeConsumer;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.PersonalizeEmulator;
import io.github.camelpersonalize.model.Attribute;
import io.github.camelpersonalize.model.Audience;
import io.github.camelpersonalize.outcome.BatchReport;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes in YAML and XML that the documentation shows, as they are. */
class RouteSnippetsTest extends EmulatedRoutes {

    @TempDir
    Path inbox;

    @Test
    void theFirstExample() throws Exception {
        Exchange first = run("first-example.yaml", "direct:age");
        Exchange second = context.createProducerTemplate().send("direct:age", message -> {});

        assertThat(first.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("CREATED");
        assertThat(second.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes");
    }

    @Test
    void attributes() throws Exception {
        Exchange exchange = run("attributes.yaml", "direct:attributes");

        assertThat(exchange.getMessage().getBody(Attribute.class)).extracting("key", "name", "dataType").containsExactly("age", "Age",
                "number");
        assertThat(calls()).containsExactly("POST /attributes");
    }

    @Test
    void events() throws Exception {
        Exchange exchange = run("events.yaml", "direct:events");

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting("key", "outcome").asString()
                .isEqualTo("[(\"purchase\", CREATED), (\"sign_up\", CREATED)]");
        assertThat(calls()).containsExactly("GET /events", "POST /events", "POST /events");
    }

    @Test
    void audiences() throws Exception {
        send("personalize:audiences?operation=create", Audience.of("Adults", null, null));
        emulator().clearRequests();

        Exchange exchange = run("audiences.yaml", "direct:audiences");

        Audience audience = exchange.getMessage().getBody(Audience.class);
        assertThat(audience.description()).isEqualTo("Everyone who may buy wine");
        assertThat(calls()).containsExactly("GET /audiences", "PUT /audiences/" + audience.uid());
    }

    @Test
    void geolocation() throws Exception {
        Exchange exchange = run("geolocation.yaml", "direct:countries");

        assertThat(exchange.getMessage().getBody(List.class)).isNotEmpty();
        assertThat(calls()).containsExactly("GET /geolocation/countries");
    }

    @Test
    void aFileInYaml() throws Exception {
        readsALineAnAttribute("file.yaml");
    }

    @Test
    void aFileInXml() throws Exception {
        readsALineAnAttribute("file.xml");
    }

    private void readsALineAnAttribute(String file) throws Exception {
        Inbox.put(inbox);
        context.getPropertiesComponent().addInitialProperty("inbox", inbox.toString());
        context.addRoutes(Inbox.created());
        MockEndpoint created = context.getEndpoint("mock:created", MockEndpoint.class);
        created.expectedMessageCount(2);

        load(file);

        created.assertIsSatisfied();
        assertThat(emulator().project(PROJECT).attributes()).extracting(attribute -> attribute.path("key").asText()).containsExactly("age",
                "city");
    }

    @Test
    void changesOfAudiences() throws Exception {
        send("personalize:audiences?operation=create", Audience.of("Adults", null, null));
        context.getPropertiesComponent().addInitialProperty("state.folder", inbox.toString());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:changed").to("mock:changed");
                from("direct:deleted").to("mock:deleted");
            }
        });
        MockEndpoint deleted = context.getEndpoint("mock:deleted", MockEndpoint.class);
        deleted.expectedHeaderReceived("CamelPersonalizeKey", "Adults");
        load("changes.yaml");
        PersonalizeConsumer consumer = (PersonalizeConsumer) context.getRoutes().get(context.getRoutes().size() - 1).getConsumer();
        consumer.run();

        send("personalize:audiences?operation=delete&key=Adults", null);
        consumer.run();

        deleted.assertIsSatisfied();
        assertThat(inbox).isDirectoryContaining("glob:**.state");
    }

    @Test
    void upsertOfABatch() throws Exception {
        Iterator<String> uids = IntStream.rangeClosed(1, 9).mapToObj("64c7787b333555469a86122%d"::formatted).iterator();
        try (PersonalizeEmulator service = PersonalizeEmulator.start(EmulatorOptions.defaults().uids(uids::next))) {
            service.seed(PROJECT, """
                    {"attributes": [{"uid": "64c7787b333555469a861230", "key": "tier", "name": "Tier", "data_type": "string"}]}""");
            component().getConfiguration().setBaseUrl(service.baseUrl());
            load("upsert.yaml");

            Exchange exchange = context.createProducerTemplate().send("direct:upsert",
                    message -> message.getMessage().setBody(new Snippet("upsert.json").text()));

            assertThat(exchange.getMessage().getBody()).isEqualTo(new Snippet("upsert.txt").text().strip());
            assertThat(service.requestCount()).isEqualTo(3);
        }
    }

    @Test
    void upsertOfAFragment() throws Exception {
        Exchange exchange = run("fragment.yaml", "direct:fragment");

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting("key", "outcome").asString()
                .isEqualTo("[(\"age\", CREATED), (\"Adults\", CREATED)]");
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "GET /audiences", "POST /audiences");
    }

    @Test
    void applyOfAManifest() throws Exception {
        context.getPropertiesComponent().addInitialProperty("state.folder", inbox.toString());
        load("project.yaml");

        String first = applied(new Snippet("manifest.yaml").text());
        String second = applied(new Snippet("manifest.yaml").text().replace("  - {key: age, name: Age, data_type: number}",
                "  - {key: age, name: Age, data_type: number}\n  - {key: city, name: City, data_type: string}"));
        String third = applied(new Snippet("manifest.yaml").text());

        assertThat(first).endsWith("5 items: 4 CREATED, 1 UNCHANGED");
        assertThat(second).endsWith("6 items: 1 CREATED, 5 UNCHANGED");
        assertThat(third).endsWith("6 items: 1 DELETED, 5 UNCHANGED");
        assertThat(inbox).isDirectoryContaining("glob:**ledger*.state");
    }

    @Test
    void activationOfAVersion() throws Exception {
        try (PersonalizeEmulator service = live("""
                {"project": {"connectedStackApiKey": "blt1"},
                 "audiences": [{"uid": "6710b0b0c3d4e5f601020304", "name": "Gold", "definition": {}}],
                 "experiences": [{"name": "Hero", "__type": "SEGMENTED", "versions": [{"status": "DRAFT", "variants": []}]}]}""")) {
            load("activate.yaml");

            Exchange exchange = context.createProducerTemplate().send("direct:activate",
                    message -> message.getMessage().setBody(new Snippet("version.json").text()));

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody(Map.class)).containsEntry("status", "ACTIVE").containsEntry("versionNumber", 1);
            assertThat(service.project(PROJECT).experience("Hero").at("/_cms/syncStatus").asText()).isEqualTo("SUCCESS");
        }
    }

    @Test
    void listsOfTheLiveDialect() throws Exception {
        try (PersonalizeEmulator service = live("""
                {"attributes": [{"uid": "6710b0b0c3d4e5f601020305", "__type": "CUSTOM", "key": "tier", "name": "Tier"}]}""")) {
            Exchange exchange = run("live-lists.yaml", "direct:users-of-tier");

            assertThat(exchange.getMessage().getBody(List.class)).extracting("name").containsExactlyInAnyOrder("Berlin", "Chicago");
            assertThat(service.requestCount()).isEqualTo(3);
        }
    }

    @Test
    void aManifestOfExperiencesWithVersions() {
        try (PersonalizeEmulator service = live("{\"experiences\": [{\"uid\": \"6710d0d1d2d3d4d5d6d7d8d9\", \"name\": \"Welcome banner\","
                + " \"__type\": \"SEGMENTED\"}]}")) {
            String manifest = new Snippet("manifest-live.yaml").text();
            ProducerTemplate template = context.createProducerTemplate();
            String uri = "personalize:project?dialect=live&operation=";

            String report = template.requestBody(uri + "apply", manifest, String.class);
            String plan = template.requestBody(uri + "plan",
                    manifest.replace("audienceCombinationType: OR", "audienceCombinationType: AND"),
                    String.class);

            assertThat(report).endsWith("6 items: 4 CREATED, 1 UPDATED, 1 UNCHANGED");
            assertThat(service.project(PROJECT).latestVersion("Welcome banner").path("status").asText()).isEqualTo("ACTIVE");
            assertThat(plan).isEqualTo(new Snippet("manifest-live-plan.txt").text());
        }
    }

    private PersonalizeEmulator live(String seed) {
        PersonalizeEmulator service = PersonalizeEmulator.start(EmulatorOptions.defaults().rateLimit(0).personality(Personality.LIVE));
        service.seed(PROJECT, seed);
        component().getConfiguration().setBaseUrl(service.baseUrl());
        return service;
    }

    private String applied(String manifest) {
        Exchange exchange = context.createProducerTemplate().send("direct:project", message -> message.getMessage().setBody(manifest));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(String.class);
    }

    private Exchange run(String file, String entrance) throws Exception {
        load(file);
        Exchange exchange = context.createProducerTemplate().send(entrance, message -> {});
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private void load(String file) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.resolveResource(context, "classpath:docs/" + file));
    }
}
