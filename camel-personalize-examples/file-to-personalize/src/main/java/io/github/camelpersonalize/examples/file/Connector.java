// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/** Camel with the routes of {@code camel/file-to-personalize.camel.yaml}. */
final class Connector implements AutoCloseable {

    private final Main camel = new Main();
    private volatile boolean stopped;

    /**
     * Not started yet.
     *
     * @param overrides
     *            properties that win over all others
     * @param clock
     *            tells how long a file took
     * @param lines
     *            told what becomes of each line
     * @param files
     *            told what became of each file
     */
    Connector(Map<String, String> overrides, Clock clock, Consumer<String> lines, Consumer<FileTally> files) {
        Progress progress = new Progress(clock, lines, files, this::stop);
        camel.bind("progress", progress);
        camel.bind("held", (Processor) progress::held);
        overrides.forEach(camel::addOverrideProperty);
    }

    /** Starts the routes, and leaves them to themselves. */
    void start() {
        camel.start();
    }

    /** Starts the routes, and waits until the process is asked to end, the service has refused the credentials, or {@link #finish()} is called. */
    void run() throws Exception {
        camel.run();
    }

    /** Makes {@link #run()} come to its end. */
    void finish() {
        camel.completed();
    }

    /** Whether the service has refused the credentials. */
    boolean isStopped() {
        return stopped;
    }

    CamelContext context() {
        return camel.getCamelContext();
    }

    /** Lets the line that is under way come to its end. */
    @Override
    public void close() {
        camel.stop();
    }

    private void stop() {
        stopped = true;
        finish();
    }
}
