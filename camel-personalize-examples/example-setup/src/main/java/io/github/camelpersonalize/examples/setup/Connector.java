// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.setup;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.camelpersonalize.examples.setup.Attempt.Verdict;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;

/** Camel with the routes and the properties of an example. */
public final class Connector implements AutoCloseable {

    private final Main camel = new Main();
    private final Properties overrides = new Properties();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean stopped;

    /**
     * Not started yet.
     *
     * @param overrides
     *            properties that win over all others
     */
    public Connector(Map<String, String> overrides) {
        overrides.forEach(camel::addOverrideProperty);
        this.overrides.putAll(overrides);
    }

    /**
     * Reports what becomes of each record. An attempt that is {@code STOPPED} ends {@link #run()}.
     *
     * @param otherFailure
     *            what becomes of a record when it is neither its fault nor that of the service: held or stopped
     * @param listener
     *            called for each attempt
     */
    public Connector report(Verdict otherFailure, Consumer<Attempt> listener) {
        camel.bind("progress", new Progress(otherFailure, attempt -> note(attempt, listener)));
        return this;
    }

    /** Starts the routes, and leaves them to themselves. */
    public Connector start() {
        camel.init();
        // To Camel a variable of the environment wins over an override, but not over a property of the thread that starts the routes.
        context().getPropertiesComponent().setLocalProperties(overrides);
        camel.start();
        context().getPropertiesComponent().setLocalProperties(null);
        return this;
    }

    /** Starts the routes, and waits until the process is asked to end, or until an attempt is {@code STOPPED}. */
    public void run() throws Exception {
        camel.run();
    }

    /** Waits until the condition holds, or until an attempt is {@code STOPPED}. */
    public void await(Callable<Boolean> isDone) throws Exception {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try {
            watch.scheduleWithFixedDelay(() -> look(isDone), 0, 200, TimeUnit.MILLISECONDS);
            end.get();
        } finally {
            watch.shutdownNow();
        }
    }

    /** Whether an attempt was {@code STOPPED}, because of the credentials for example. */
    public boolean isStopped() {
        return stopped;
    }

    /** Sends a body into a route, and returns the body that comes out of it. */
    public <T> T request(String route, Object body, Class<T> type) throws Exception {
        Exchange exchange = camel.getCamelTemplate().send(route, message -> message.getMessage().setBody(body));
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getMandatoryBody(type);
    }

    /** A body in another form, as Camel converts it. */
    public <T> T convert(Object body, Class<T> type) throws Exception {
        return context().getTypeConverter().mandatoryConvertTo(type, body);
    }

    public CamelContext context() {
        return camel.getCamelContext();
    }

    /** Lets the records that are under way come to their end. */
    @Override
    public void close() {
        camel.stop();
    }

    private void note(Attempt attempt, Consumer<Attempt> listener) {
        listener.accept(attempt);
        if (attempt.verdict() == Verdict.STOPPED) {
            stopped = true;
            end.complete(null);
            camel.completed();
        }
    }

    private void look(Callable<Boolean> isDone) {
        try {
            if (isDone.call()) {
                end.complete(null);
            }
        } catch (Exception e) {
            end.completeExceptionally(e);
        }
    }
}
