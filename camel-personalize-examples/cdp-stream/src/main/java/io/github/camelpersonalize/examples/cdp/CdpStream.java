// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.time.Clock;

import io.github.camelpersonalize.examples.setup.Example;
import io.github.camelpersonalize.examples.setup.Service;
import io.github.camelpersonalize.examples.setup.Settings;

/** Messages of a customer-data platform become the attributes and events they imply. Without {@code kafka.brokers}, a demo on generated messages. */
public final class CdpStream {

    private CdpStream() {}

    /** Exits with 0 when the demo came to what is promised, or when it was stopped in order. */
    public static void main(String[] args) throws Exception {
        Example.of("kafka.brokers", "Reading from {{kafka.brokers}}").run(CdpStream::demonstrate);
    }

    private static boolean demonstrate(Settings settings, Service service) throws Exception {
        try (Demo demo = new Demo(settings, service.emulator(), Clock.systemUTC(), System.out)) {
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
}
