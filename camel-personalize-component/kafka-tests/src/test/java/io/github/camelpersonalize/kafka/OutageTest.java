// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.camelpersonalize.emulator.journal.RecordedRequest;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the guide's route does while the service is away. */
class OutageTest extends KafkaRoutes {

    @BeforeEach
    void enableHealthChecks() {
        properties.put("camel.health.producersEnabled", "true");
    }

    @Test
    void F54_whileTheServiceIsAwayNoOffsetMovesAndNothingIsADeadLetterAndThenAllGoesOnByItself() {
        emulator.script(Script.on("*", "/**").then(4, Step.status(503)));
        publish("v0");

        try (Connector connector = Connector.start(properties)) {
            soon().until(() -> emulator.requestCount() >= 3);
            assertThat(topics.committed().values()).containsOnly(0L);
            assertThat(health(connector).getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(health(connector).getMessage().orElseThrow()).startsWith("the service failed with 503");

            awaitSettled();

            assertThat(health(connector).getState()).isEqualTo(HealthCheck.State.UP);
        }
        assertThat(names()).hasSize(60).containsValue("v0");
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    @Test
    void F54_anOutageInTheMiddleOfABatchLosesNothing() {
        publish("v0");
        try (Connector connector = Connector.start(properties)) {
            awaitSettled();
            Map<Integer, Long> before = topics.committed();
            emulator.script(Script.on("PUT", "/attributes/*").then(5, Step.pass()).then(4, Step.status(503)));
            emulator.clearRequests();
            publish("v1");
            publish("v2");

            soon().until(() -> emulator.requests().stream().filter(request -> request.status() == 503).count() >= 2);
            assertThat(sum(topics.committed()) - sum(before)).as("of the two records a key, at most those that were written")
                    .isLessThanOrEqualTo(2 * emulator.requests().stream().filter(request -> request.status() == 200).count());

            awaitSettled();
        }
        assertThat(names().values()).hasSize(60).containsOnly("v2");
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    @Test
    void F54_aRefusedCredentialIsNotTheFaultOfTheRecords() {
        properties.put("camel.component.personalize.authtoken", "stranger");
        publish("v0");

        try (Connector connector = Connector.start(properties)) {
            soon().until(() -> emulator.requestCount() >= 3);

            assertThat(health(connector).getMessage().orElseThrow()).startsWith("the service refused the credential with 401");
        }
        assertThat(topics.committed().values()).containsOnly(0L);
        assertThat(topics.readDeadLetters()).isEmpty();
        assertThat(emulator.requests()).extracting(RecordedRequest::status).containsOnly(401);
    }

    @Test
    void F53_aPauseLongerThanTheGroupWaitsForAPollCostsNeitherAPlaceInTheGroupNorADuplicate() throws Exception {
        properties.put("camel.component.kafka.maxPollIntervalMs", "2000");
        properties.put("camel.component.kafka.sessionTimeoutMs", "6000");
        properties.put("outage.pause", "4000");
        publish("v0");
        try (Connector connector = Connector.start(properties)) {
            awaitSettled();
            Set<String> members = new TreeSet<>(topics.members().keySet());
            double rebalances = rebalances();
            emulator.script(Script.on("PUT", "/attributes/*").then(10, Step.pass()).then(1, Step.status(503)));
            emulator.clearRequests();
            publish("v1");

            awaitSettled();

            assertThat(topics.members().keySet()).isEqualTo(members);
            assertThat(rebalances()).isEqualTo(rebalances);
        }
        assertThat(names().values()).hasSize(60).containsOnly("v1");
        assertThat(emulator.requests("PUT", "/attributes/*")).filteredOn(request -> request.status() != 503).hasSize(60)
                .extracting(RecordedRequest::path).doesNotHaveDuplicates();
    }

    private void publish(String name) {
        IntStream.range(0, 60).forEach(i -> topics.publish("key" + i, attribute("key" + i, name)));
        topics.flush();
    }

    private static HealthCheck.Result health(Connector connector) {
        return HealthCheckHelper.invokeReadiness(connector.context(), "full").stream()
                .filter(result -> result.getCheck().getId().equals("producer:personalize-attributes-upsert")).findFirst().orElseThrow();
    }

    /** How often consumers of this group have changed places, by the count of the Kafka client. */
    private static long sum(Map<Integer, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private double rebalances() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> coordinators = server.queryNames(new ObjectName("kafka.consumer:type=consumer-coordinator-metrics,*"), null)
                .stream().filter(name -> name.getKeyProperty("client-id").contains(topics.group())).collect(Collectors.toSet());
        assertThat(coordinators).hasSize(1);
        return (double) server.getAttribute(coordinators.iterator().next(), "rebalance-total");
    }
}
