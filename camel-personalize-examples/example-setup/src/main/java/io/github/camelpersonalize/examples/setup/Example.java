// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.setup;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelpersonalize.examples.setup.Attempt.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an example: with the property set that says where its input is, until it is stopped; else as a demo. The exit code is 0 when the demo came to
 * what it shows, or when the example was stopped in order.
 */
public final class Example {

    private static final Logger LOG = LoggerFactory.getLogger(Example.class);

    private static final Pattern NAME = Pattern.compile("\\{\\{(.+?)}}");

    private final String property;
    private final String task;
    private final UnaryOperator<Connector> reports;

    private Example(String property, String task, UnaryOperator<Connector> reports) {
        this.property = property;
        this.task = task;
        this.reports = reports;
    }

    /** A demo. */
    @FunctionalInterface
    public interface Demo {

        /** Whether it came to what it shows. */
        boolean run(Settings settings, Service service) throws Exception;
    }

    /**
     * An example whose demo runs when that property is not set.
     *
     * @param task
     *            what it does otherwise, such as {@code Reading from {{kafka.brokers}}}
     */
    public static Example of(String property, String task) {
        return new Example(property, task, connector -> connector);
    }

    /**
     * The same, with a line in the log for each attempt.
     *
     * @param otherFailure
     *            what becomes of a record when it is neither its fault nor that of the service: held or stopped
     */
    public Example logging(Verdict otherFailure) {
        return new Example(property, task, connector -> connector.report(otherFailure, Example::log));
    }

    /** Runs it, and ends the process. */
    public void run(Demo demo) throws Exception {
        Settings settings = Settings.load();
        System.exit((settings.value(property).isEmpty() ? demonstrate(settings, demo) : connect(settings)) ? 0 : 1);
    }

    private boolean demonstrate(Settings settings, Demo demo) throws Exception {
        LOG.info("{} is not set: this is a demo.{}", property, settings.advice(property));
        try (Service service = Service.forDemo(settings, property)) {
            return demo.run(settings, service);
        }
    }

    private boolean connect(Settings settings) throws Exception {
        LOG.info("{}. Stop with Ctrl-C.",
                NAME.matcher(task).replaceAll(name -> Matcher.quoteReplacement(settings.required(name.group(1)))));
        try (Service service = Service.of(settings); Connector connector = reports.apply(new Connector(service.properties()))) {
            connector.run();
            return !connector.isStopped();
        }
    }

    private static void log(Attempt attempt) {
        switch (attempt.verdict()) {
            case CREATED, UPDATED, ADOPTED, UNCHANGED -> LOG.info("{}", attempt);
            case REFUSED, HELD -> LOG.warn("{}", attempt);
            case STOPPED -> LOG.error("{}", attempt);
        }
    }
}
