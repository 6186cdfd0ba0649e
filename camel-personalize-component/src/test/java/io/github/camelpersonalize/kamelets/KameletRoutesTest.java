// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kamelets;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.model.Audience;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes on the pages of the Kamelets, as they are, and where Kamelets come from. */
class KameletRoutesTest extends EmulatedRoutes {

    @TempDir
    Path inbox;

    @Test
    void upsert() throws Exception {
        Files.writeString(inbox.resolve("age.json"), "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}");

        load("kamelet-upsert.yaml");

        await().until(() -> emulator().project(PROJECT).attributes().size() == 1);
    }

    @Test
    void csv() throws Exception {
        Files.writeString(inbox.resolve("people.csv"), "key,name,data_type\nage,Age,number\nplan,Plan,string\n");

        load("kamelet-csv.yaml");

        await().until(() -> emulator().project(PROJECT).attributes().size() == 2);
    }

    @Test
    void project() throws Exception {
        Files.writeString(inbox.resolve("project.yaml"), "attributes:\n  - {key: age, name: Age, data_type: number}\n");

        load("kamelet-project.yaml");

        await().until(() -> emulator().project(PROJECT).attributes().size() == 1);
    }

    @Test
    void changes() throws Exception {
        load("kamelet-changes.yaml");
        await().until(() -> calls().contains("GET /audiences"));

        send("personalize:audiences?operation=create", Audience.of("Adults", null, null));

        await().untilAsserted(() -> assertThat(inbox).isDirectoryContaining("glob:**/CREATED-*.json"));
    }

    @Test
    void segment() throws Exception {
        load("kamelet-segment.yaml");

        context.createProducerTemplate().sendBody("direct:cdp", "{\"type\": \"track\", \"event\": \"Order Completed\"}");

        assertThat(emulator().project(PROJECT).event("order_completed").get("name").asText()).isEqualTo("Order Completed");
    }

    @Test
    void aKameletCanComeFromAFolder() throws Exception {
        Files.write(inbox.resolve("personalize-upsert-sink.kamelet.yaml"), resource("/kamelets/personalize-upsert-sink.kamelet.yaml"));

        assertThat(upsertFrom("file:" + inbox)).isEqualTo(List.of("GET /attributes", "POST /attributes"));
    }

    @Test
    void aKameletCanComeFromAServer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] kamelet = resource(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, kamelet.length);
            exchange.getResponseBody().write(kamelet);
            exchange.close();
        });
        server.start();
        try {
            assertThat(upsertFrom("http://127.0.0.1:" + server.getAddress().getPort() + "/kamelets"))
                    .isEqualTo(List.of("GET /attributes", "POST /attributes"));
        } finally {
            server.stop(0);
        }
    }

    private List<String> upsertFrom(String location) {
        String attribute = "{\"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}";
        assertThat(send("kamelet:personalize-upsert-sink?resource=attributes&location=" + location, attribute).getException()).isNull();
        return calls();
    }

    private void load(String file) throws Exception {
        context.getPropertiesComponent().addInitialProperty("inbox", inbox.toString());
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.resolveResource(context, "classpath:docs/" + file));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = KameletRoutesTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
