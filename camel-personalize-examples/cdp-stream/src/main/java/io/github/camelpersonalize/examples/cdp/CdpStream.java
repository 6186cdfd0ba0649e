// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.time.Clock;

import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of a customer-data platform become the attributes and events they imply. With {@code kafka.brokers} set, until it is stopped; else as
 * a demo on messages that are made up.
 */
public final class CdpStream {

    private static final Logger LOG = LoggerFactory.getLogger(CdpStream.class);

    private final Settings settings;

    private CdpStream(Settings settings) {
        this.settings = settings;
    }

    /** Exits with 0 when the demo came to what is promised, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        System.exit(new CdpStream(Settings.load()).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        return settings.value("kafka.brokers").isEmpty() ? demonstrate() : connect();
    }

    private boolean demonstrate() throws Exception {
        try (Service service = Service.forDemo(settings, "kafka.brokers");
                Demo demo = new Demo(settings, service.emulator(), Clock.systemUTC(), System.out)) {
            System.out.printf("""

                    Messages of a customer-data platform become definitions in Contentstack Personalize.

                    Broker   %s   (Kafka, in this process)
                    Service  %s   (emulator, in this process; watch it in a browser)

                    """, demo.brokers(), service.emulator().baseUrl());
            demo.publish(Long.parseLong(settings.required("demo.messages")));
            System.out.println();
            Summary summary = demo.read(settings.required("kafka.group"));
            System.out.printf("%n%s%n%n", summary);
            return summary.isAsPromised();
        }
    }

    private boolean connect() throws Exception {
        LOG.info("Reading from {}. Stop with Ctrl-C.", settings.required("kafka.brokers"));
        try (Service service = Service.of(settings); Connector connector = new Connector(service.properties())) {
            connector.run();
            return true;
        }
    }
}
