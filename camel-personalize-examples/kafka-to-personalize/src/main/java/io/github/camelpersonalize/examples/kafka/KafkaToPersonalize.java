// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;

import io.github.camelpersonalize.examples.setup.Attempt.Verdict;
import io.github.camelpersonalize.examples.setup.Example;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import io.github.camelpersonalize.examples.setup.Summary;

/** Records from Kafka become definitions in Personalize. Without {@code kafka.brokers}, a demo on sample records. */
public final class KafkaToPersonalize {

    private KafkaToPersonalize() {}

    /** Exits with 0 when every record of the demo was settled, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        Example.of("kafka.brokers", "Reading from {{kafka.brokers}}").logging(Verdict.HELD).run(KafkaToPersonalize::demonstrate);
    }

    private static boolean demonstrate(Settings settings, Service service) throws Exception {
        try (Demo demo = new Demo(settings, service.properties(), Clock.systemUTC(), System.out)) {
            System.out.printf("""

                    Sample records from Kafka become definitions in Contentstack Personalize.

                    Broker   %s   (Kafka, in this process)
                    Service  %s   (emulator, in this process; watch it in a browser)

                    """, demo.brokers(), service.emulator().baseUrl());
            Summary summary = demo.run();
            System.out.printf("%n%s%n%n", summary);
            if (settings.value("demo.stay").filter(Boolean::parseBoolean).isPresent()) {
                System.out.println("The emulator stays until Ctrl-C: " + service.emulator().baseUrl());
                new CountDownLatch(1).await();
            }
            return summary.isComplete();
        }
    }
}
