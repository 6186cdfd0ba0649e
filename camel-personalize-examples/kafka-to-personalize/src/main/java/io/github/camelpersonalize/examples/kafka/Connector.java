// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.util.Map;
import java.util.function.Consumer;

import io.github.camelpersonalize.examples.kafka.Attempt.Verdict;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** Camel with the routes of {@code camel/kafka-to-personalize.camel.yaml}. */
final class Connector implements AutoCloseable {

    private final Main camel = new Main();
    private final Consumer<Attempt> listener;
    private volatile boolean stopped;

    /**
     * Not started yet.
     *
     * @param overrides
     *            properties that win over all others
     * @param listener
     *            told what becomes of each record
     */
    Connector(Map<String, String> overrides, Consumer<Attempt> listener) {
        this.listener = listener;
        camel.bind("progress", new Progress(this::note));
        overrides.forEach(camel::addOverrideProperty);
    }

    /** Starts the routes, and leaves them to themselves. */
    void start() {
        camel.start();
    }

    /** Starts the routes, and waits until the process is asked to end or the service has refused the credentials. */
    void run() throws Exception {
        camel.run();
    }

    /** Whether the service has refused the credentials. */
    boolean isStopped() {
        return stopped;
    }

    CamelContext context() {
        return camel.getCamelContext();
    }

    Backlog backlog() {
        return context().getRegistry().lookupByNameAndType("backlog", Backlog.class);
    }

    /** Lets the records that are under way come to their end. */
    @Override
    public void close() {
        camel.stop();
    }

    private void note(Attempt attempt) {
        listener.accept(attempt);
        if (attempt.verdict() == Verdict.STOPPED) {
            stopped = true;
            camel.completed();
        }
    }
}
