// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.benchmarks;

import java.util.List;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.WebClientOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jetty.JettyHttpComponent;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.model.ProcessorDefinition;

/** An HTTP server in front of a route that creates an attribute. */
enum Front {

    VERTX("platform-http (Vert.x), which has 20 worker threads"), JETTY("Jetty, a platform thread for each message"), VIRTUAL(
            "Jetty, a virtual thread of Camel for each message"), ASYNCHRONOUS(
                    "Jetty, an asynchronous HTTP client in place of the component");

    static final String PATH = "/attributes";

    /** More than connect at once: the system would reset the others. */
    private static final int QUEUE = 1000;

    private final String title;

    Front(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<String> options() {
        return List.of("-Xmx256m", "-XX:NativeMemoryTracking=summary", "-Dcamel.threads.virtual.enabled=" + (this == VIRTUAL));
    }

    /** @param perSecond the most requests to the service */
    void addTo(CamelContext context, int port, String serviceUrl, int perSecond) throws Exception {
        context.addComponent("personalize", Routes.component(serviceUrl));
        if (this == VERTX) {
            VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
            server.setBindPort(port);
            context.addService(new VertxPlatformHttpServer(server));
        }
        JettyHttpComponent jetty = context.getComponent("jetty", JettyHttpComponent.class);
        jetty.addSocketConnectorProperty("acceptQueueSize", QUEUE);
        if (this == ASYNCHRONOUS) {
            context.getRegistry().bind("client", new WebClientOptions().setMaxPoolSize(Service.CONNECTIONS)
                    .setProtocolVersion(HttpVersion.HTTP_1_1));
        }
        context.addRoutes(new RouteBuilder() {

            @Override
            public void configure() {
                String from = Front.this == VERTX ? "platform-http:" + PATH : "jetty:http://127.0.0.1:" + port + PATH;
                create(from(from), serviceUrl, perSecond);
            }
        });
    }

    private void create(ProcessorDefinition<?> route, String serviceUrl, int perSecond) {
        String component = "personalize:attributes?operation=create&requestsPerSecond=" + perSecond + "&maxTotalConnections="
                + Service.CONNECTIONS + "&connectionsPerRoute=" + Service.CONNECTIONS;
        switch (this) {
            // As text it is written at once: anything else is read by the worker threads, behind all messages that wait for one.
            case VERTX -> route.to(component).convertBodyTo(String.class);
            case JETTY -> route.to(component);
            case VIRTUAL -> route.threads().to(component);
            case ASYNCHRONOUS -> paced(route, perSecond).removeHeaders("*")
                    .to("vertx-http:" + serviceUrl + Service.PATH + "?httpMethod=POST&webClientOptions=#client");
        }
    }

    /** Camel's throttle keeps an object for each permit. */
    private static ProcessorDefinition<?> paced(ProcessorDefinition<?> route, int perSecond) {
        return perSecond == Threads.NO_LIMIT ? route : route.throttle(perSecond).asyncDelayed();
    }
}
