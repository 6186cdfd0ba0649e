// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.changes;

import java.nio.file.Files;
import java.time.Clock;

import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of definitions in Personalize become records in Kafka. With {@code kafka.brokers} set, until it is stopped; else as a demo on a project
 * that is edited meanwhile.
 */
public final class ChangesToKafka {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesToKafka.class);

    private ChangesToKafka() {}

    /** Exits with 0 when every change of the demo has come, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.load();
        if (settings.value("kafka.brokers").isPresent()) {
            connect(settings);
        } else {
            demonstrate(settings);
        }
        System.exit(0);
    }

    private static void demonstrate(Settings settings) throws Exception {
        String stateFolder = Files.createTempDirectory("changes-to-kafka-").toString();
        try (Service service = Service.forDemo(settings, "kafka.brokers");
                Demo demo = new Demo(settings, service.properties(), stateFolder, Clock.systemUTC(), System.out)) {
            System.out.printf("""

                    Changes in Contentstack Personalize become records in Kafka.

                    Service  %s   (emulator, in this process; watch it in a browser)
                    Broker   %s   (Kafka, in this process)
                    """, service.emulator().baseUrl(), demo.brokers());
            int records = demo.run().size();
            System.out.printf("""

                    Records       %4d
                    API requests  %4d, of which all but the edits are the polls' lists: %s

                    """, records, service.emulator().requestCount(), service.emulator().requestCounts());
        }
    }

    private static void connect(Settings settings) throws Exception {
        LOG.info("Writing to {}. Stop with Ctrl-C.", settings.required("kafka.brokers"));
        try (Service service = Service.of(settings); Connector connector = new Connector(service.properties())) {
            connector.run();
        }
    }
}
