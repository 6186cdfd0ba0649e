// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.changes;

import java.util.Map;

import org.apache.camel.main.Main;

/** Camel with the routes of {@code camel/changes-to-kafka.camel.yaml}. */
final class Connector implements AutoCloseable {

    private final Main camel = new Main();

    /**
     * Not started yet.
     *
     * @param overrides
     *            properties that win over all others
     */
    Connector(Map<String, String> overrides) {
        overrides.forEach(camel::addOverrideProperty);
    }

    /** Starts the routes, and leaves them to themselves. */
    Connector start() {
        camel.start();
        return this;
    }

    /** Starts the routes, and waits until the process is asked to end. */
    void run() throws Exception {
        camel.run();
    }

    /** Lets the change that is under way come to its end. */
    @Override
    public void close() {
        camel.stop();
    }
}
