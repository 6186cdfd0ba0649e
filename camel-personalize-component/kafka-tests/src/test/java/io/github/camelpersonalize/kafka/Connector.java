// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.Main;

/** Camel with a route of Kafka: one consumer of its group. */
final class Connector implements AutoCloseable {

    private final Main camel = new Main();

    private Connector(Map<String, String> properties) {
        camel.setDefaultPropertyPlaceholderLocation("false");
        properties.forEach(camel::addOverrideProperty);
    }

    /** Runs the route of the guide. */
    static Connector start(Map<String, String> properties) {
        Connector connector = new Connector(properties);
        connector.camel.configure().withRoutesIncludePattern("classpath:camel/attributes-from-kafka.camel.yaml");
        connector.camel.start();
        return connector;
    }

    /** Runs other routes, and not the guide's, which Camel would find by itself. */
    static Connector start(Map<String, String> properties, RoutesBuilder routes) {
        Connector connector = new Connector(properties);
        connector.camel.configure().withRoutesIncludePattern("false");
        connector.camel.configure().addRoutesBuilder(routes);
        connector.camel.start();
        return connector;
    }

    CamelContext context() {
        return camel.getCamelContext();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
