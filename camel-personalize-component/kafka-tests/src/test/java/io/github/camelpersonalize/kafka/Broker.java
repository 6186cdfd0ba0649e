// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import io.github.camelpersonalize.examples.kafka.broker.KafkaBroker;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One broker for all classes of tests; each test has topics and a consumer group of its own. */
final class Broker implements BeforeAllCallback {

    private KafkaBroker broker;

    @Override
    public void beforeAll(ExtensionContext context) {
        broker = context.getRoot().getStore(Namespace.create(Broker.class)).getOrComputeIfAbsent("broker", key -> KafkaBroker.start(),
                KafkaBroker.class);
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }
}
