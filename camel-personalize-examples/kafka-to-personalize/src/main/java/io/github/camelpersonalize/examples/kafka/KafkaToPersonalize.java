// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;

import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records from Kafka become definitions in Personalize. With {@code kafka.brokers} set, until it is stopped or the service
 * refuses the credentials; else as a demo on sample records.
 */
public final class KafkaToPersonalize {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaToPersonalize.class);

    private final Settings settings;

    private KafkaToPersonalize(Settings settings) {
        this.settings = settings;
    }

    /** Exits with 0 when every record of the demo was settled, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        KafkaToPersonalize example = new KafkaToPersonalize(Settings.load());
        System.exit(example.run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        boolean demo = settings.value("kafka.brokers").isEmpty();
        try (Service service = demo ? Service.forDemo(settings, "kafka.brokers") : Service.of(settings)) {
            return demo ? demonstrate(service) : connect(service);
        }
    }

    private boolean demonstrate(Service service) throws Exception {
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

    private boolean connect(Service service) throws Exception {
        LOG.info("Reading from {}. Stop with Ctrl-C.", settings.required("kafka.brokers"));
        try (Connector connector = new Connector(service.properties(), KafkaToPersonalize::log)) {
            connector.run();
            return !connector.isStopped();
        }
    }

    private static void log(Attempt attempt) {
        switch (attempt.verdict()) {
            case CREATED, ADOPTED -> LOG.info("{}", attempt);
            case REFUSED, HELD -> LOG.warn("{}", attempt);
            case STOPPED -> LOG.error("{}", attempt);
        }
    }
}
