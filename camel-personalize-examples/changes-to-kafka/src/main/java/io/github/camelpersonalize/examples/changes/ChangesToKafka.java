// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.changes;

import java.nio.file.Files;
import java.time.Clock;

import io.github.camelpersonalize.examples.setup.Example;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;

/** Changes of definitions in Personalize become records in Kafka. Without {@code kafka.brokers}, a demo on a project that is edited meanwhile. */
public final class ChangesToKafka {

    private ChangesToKafka() {}

    /** Exits with 0 when every change of the demo has come, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        Example.of("kafka.brokers", "Writing to {{kafka.brokers}}").run(ChangesToKafka::demonstrate);
    }

    private static boolean demonstrate(Settings settings, Service service) throws Exception {
        String stateFolder = Files.createTempDirectory("changes-to-kafka-").toString();
        try (Demo demo = new Demo(settings, service.properties(), stateFolder, Clock.systemUTC(), System.out)) {
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
            return true;
        }
    }
}
