// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.webhook;

import java.util.Map;
import java.util.function.Consumer;

import org.apache.camel.main.Main;

/** Camel with the routes of {@code camel/cdp-webhook-to-personalize.camel.yaml}. */
final class Connector implements AutoCloseable {

    private final Main camel = new Main();

    /**
     * Not started yet.
     *
     * @param overrides
     *            properties that win over all others
     * @param listener
     *            told what the service has created
     */
    Connector(Map<String, String> overrides, Consumer<Implied> listener) {
        camel.bind("replies", new Replies(listener));
        overrides.forEach(camel::addOverrideProperty);
    }

    /** Starts the routes, and leaves them to themselves. */
    void start() {
        camel.start();
    }

    /** Starts the routes, and waits until the process is asked to end. */
    void run() throws Exception {
        camel.run();
    }

    /** Lets the messages that are under way come to their end. */
    @Override
    public void close() {
        camel.stop();
    }
}
