// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka.broker;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaBrokerTest {

    @Test
    void twoBrokersKnowNothingOfEachOther() throws Exception {
        try (KafkaBroker one = KafkaBroker.start(); KafkaBroker other = KafkaBroker.start()) {
            try (Admin admin = admin(one)) {
                admin.createTopics(List.of(new NewTopic("of-one", 1, (short) 1))).all().get();
                assertThat(admin.listTopics().names().get()).containsExactly("of-one");
            }
            try (Admin admin = admin(other)) {
                assertThat(admin.listTopics().names().get()).isEmpty();
            }
        }
    }

    private static Admin admin(KafkaBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
