// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.changes;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.examples.kafka.broker.KafkaBroker;
import io.github.camelpersonalize.examples.setup.Connector;
import io.github.camelpersonalize.examples.setup.Settings;

/** The route at work, with a broker of its own, while somebody edits the project. */
final class Demo implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaBroker broker = KafkaBroker.start();
    private final Map<String, String> overrides = new LinkedHashMap<>();
    private final Topics topics;
    private final Editor editor;
    private final Clock clock;
    private final PrintStream out;

    /**
     * Starts the broker.
     *
     * @param service
     *            the emulator, as properties of the component
     * @param out
     *            where people look
     */
    Demo(Settings settings, Map<String, String> service, String stateFolder, Clock clock, PrintStream out) {
        overrides.putAll(service);
        overrides.put("kafka.brokers", broker.bootstrapServers());
        overrides.put("state.folder", stateFolder);
        overrides.put("poll.delay", "1000");
        topics = new Topics(broker.bootstrapServers(), settings.required("kafka.topics"));
        editor = new Editor(service);
        this.clock = clock;
        this.out = out;
    }

    /** Edits the project, and gives back the records that came of it. */
    List<Topics.Line> run() throws Exception {
        List<Topics.Line> lines = new ArrayList<>();
        topics.create(broker);
        editor.create("attributes", """
                {"key": "age", "name": "Age", "data_type": "number"}""");
        editor.create("events", """
                {"key": "purchase", "name": "Purchase"}""");
        try (Connector connector = new Connector(overrides).start()) {
            lines.addAll(see("What is there when the route starts for the first time:", 2));
            editor.create("attributes", """
                    {"key": "loyalty_tier", "name": "Loyalty tier", "data_type": "string"}""");
            lines.addAll(see("Somebody creates an attribute:", 1));
            editor.create("audiences", """
                    {"name": "Adults", "rules": {"attribute": "age", "operator": "at_least", "value": 18}}""");
            lines.addAll(see("and an audience:", 1));
            editor.replace("audiences", "Adults", """
                    {"name": "Adults", "rules": {"attribute": "age", "operator": "at_least", "value": 21}}""");
            lines.addAll(see("whose rule is changed then:", 1));
            editor.replace("audiences", "Adults", """
                    {"name": "Grown-ups", "rules": {"attribute": "age", "operator": "at_least", "value": 21}}""");
            lines.addAll(see("and which is renamed:", 2));
        }
        editor.delete("attributes", "loyalty_tier");
        out.printf("%nThe route is stopped. Somebody deletes an attribute. The route is started again.%n");
        try (Connector connector = new Connector(overrides).start()) {
            lines.addAll(see("It sends what it has missed, and nothing else:", 1));
        }
        return lines;
    }

    private List<Topics.Line> see(String what, int records) {
        out.printf("%n%s%n", what);
        List<Topics.Line> lines = topics.next(records, PATIENCE, clock);
        lines.forEach(line -> out.println("  " + line));
        return lines;
    }

    String brokers() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() {
        editor.close();
        topics.close();
        broker.close();
    }
}
