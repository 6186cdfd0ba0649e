// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What a topic held when it was first asked about, and whether its consumer group has committed all of that. Records that come later do not
 * count: a busy topic would never be settled.
 */
public final class Backlog implements AutoCloseable {

    private final Admin admin;
    private final String group;
    private final Map<String, Map<TopicPartition, Long>> ends = new ConcurrentHashMap<>();

    /**
     * Asks the given brokers.
     *
     * @param brokers
     *            host and port, several with commas between
     * @param group
     *            what the names of the consumer groups begin with; a dot and the topic follow
     */
    public Backlog(String brokers, String group) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
        this.group = group;
    }

    /** The one that the routes use. */
    static Backlog of(CamelContext context) {
        return context.getRegistry().lookupByNameAndType("backlog", Backlog.class);
    }

    /**
     * Whether everything is committed that the topics held at the first call.
     *
     * @param topics
     *            their names, with commas between
     * @return true when nothing of it is left to do
     */
    public boolean isSettled(String topics) throws ExecutionException, InterruptedException {
        for (String topic : topics.split(",")) {
            if (!isTopicSettled(topic)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        admin.close();
    }

    private boolean isTopicSettled(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> end = ends.get(topic);
        if (end == null) {
            end = nonEmptyEnds(topic);
            ends.put(topic, end);
        }
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group + "." + topic)
                .partitionsToOffsetAndMetadata().get();
        return end.entrySet().stream().allMatch(partition -> {
            OffsetAndMetadata offset = committed.get(partition.getKey());
            return offset != null && offset.offset() >= partition.getValue();
        });
    }

    private Map<TopicPartition, Long> nonEmptyEnds(String topic) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> filled = new HashMap<>(offsets(partitions, OffsetSpec.latest()));
        filled.entrySet().removeAll(starts.entrySet());
        return filled;
    }

    /** None when there is no such topic. */
    private List<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
        try {
            return admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get().partitions().stream()
                    .map(partition -> new TopicPartition(topic, partition.partition())).toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw e;
        }
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec))).all().get()
                .entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, partition -> partition.getValue().offset()));
    }
}
