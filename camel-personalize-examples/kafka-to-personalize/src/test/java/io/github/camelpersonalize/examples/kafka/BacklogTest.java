// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.examples.kafka.broker.KafkaBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BacklogTest {

    private static KafkaBroker broker;
    private static Samples samples;
    private static Backlog backlog;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start();
        samples = new Samples(broker.bootstrapServers());
        backlog = new Backlog(broker.bootstrapServers(), "group");
    }

    @AfterAll
    static void stop() {
        backlog.close();
        broker.close();
    }

    @Test
    void aTopicIsSettledWhenEverythingIsCommittedThatItHeldAtFirst() throws Exception {
        broker.createTopics(3, List.of("events"));
        samples.publish("events", "events");
        assertThat(backlog.isSettled("events")).isFalse();

        commit("events", 1);
        assertThat(backlog.isSettled("events")).isFalse();
        commit("events", 12);
        samples.publish("events", "events");

        assertThat(backlog.isSettled("events")).isTrue();
    }

    @Test
    void noTopicOfSeveralMayHaveAnythingLeft() throws Exception {
        broker.createTopics(3, List.of("empty", "full"));
        samples.publish("events", "full");

        assertThat(backlog.isSettled("empty")).isTrue();
        assertThat(backlog.isSettled("empty,full")).isFalse();
    }

    @Test
    void aTopicThatDoesNotExistHasNothingToSettle() throws Exception {
        assertThat(backlog.isSettled("nowhere")).isTrue();
    }

    private static void commit(String topic, long offset) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets("group." + topic, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset),
                    new TopicPartition(topic, 1), new OffsetAndMetadata(offset), new TopicPartition(topic, 2),
                    new OffsetAndMetadata(offset)))
                    .all().get();
        }
    }
}
