// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.BatchManualCommit;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.throttling.ThrottlingExceptionRoutePolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When offsets are committed: by the guide's route after the service's answer, and by others too early. The latter says why the route is as it is. */
class CommitTest extends KafkaRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert";
    private static final String MANUAL = "&autoCommitEnable=false&allowManualCommit=true";

    @Test
    void F55_theRouteCommitsOnceTheServiceHasAnsweredAndNotBefore() {
        emulator.script(Script.on("POST", "/attributes").then(Step.pass().after(Duration.ofSeconds(3))));
        topics.publish("age", attribute("age", "Age"));

        try (Connector connector = Connector.start(properties)) {
            soon().until(() -> names().containsKey("age"));
            assertThat(topics.committed().values()).containsOnly(0L);

            awaitSettled();
        }
    }

    @Test
    void F55_aQueueInFrontOfTheComponentAcknowledgesWhatTheServiceRefusesToTake() {
        emulator.script(Script.on("*", "/**").then(Step.status(503)).forEver());
        topics.publish("age", attribute("age", "Age"));

        try (Connector connector = Connector.start(properties, routes(MANUAL + "&breakOnFirstError=true", route -> {
            route.from(route.uri()).to("seda:queue").process(CommitTest::commitAll);
            route.from("seda:queue").to(UPSERT);
        }))) {
            awaitSettled();
            soon().until(() -> emulator.requestCount() > 0);
        }
        assertThat(names()).isEmpty();
    }

    /** A batch that fails is committed and never read again: camel-kafka commits where it breaks. */
    @Test
    void F55_breakOnFirstErrorWithAutomaticCommitsLosesABatchThatFails() {
        emulator.script(Script.on("GET", "/attributes").then(Step.status(503)));
        topics.publish("age", attribute("age", "Age"));

        try (Connector connector = Connector.start(properties,
                routes("&breakOnFirstError=true", route -> route.from(route.uri()).to(UPSERT)))) {
            awaitSettled();
            topics.publishTo(0, "city", attribute("city", "City"));
            soon().until(() -> names().containsKey("city"));
        }
        assertThat(names()).containsOnlyKeys("city");
    }

    /** Nothing is committed, but the consumer goes on behind the batch that failed, and the next commit passes it over. */
    @Test
    void F55_withoutBreakOnFirstErrorABatchThatFailsIsPassedOver() {
        emulator.script(Script.on("GET", "/attributes").then(Step.status(503)));
        topics.publishTo(0, "age", attribute("age", "Age"));

        try (Connector connector = Connector.start(properties, routes(MANUAL, CommitTest::committing))) {
            soon().until(() -> emulator.requestCount() == 1);
            topics.publishTo(0, "city", attribute("city", "City"));
            awaitSettled();
        }
        assertThat(names()).containsOnlyKeys("city");
    }

    @Test
    void F55_withBreakOnFirstErrorAndCommitsOfItsOwnARouteReadsABatchThatFailsAgain() {
        emulator.script(Script.on("GET", "/attributes").then(2, Step.status(503)));
        topics.publishTo(0, "age", attribute("age", "Age"));

        try (Connector connector = Connector.start(properties, routes(MANUAL + "&breakOnFirstError=true", CommitTest::committing))) {
            awaitSettled();
        }
        assertThat(names()).containsOnlyKeys("age");
    }

    @Test
    void F55_nothingIsEverCommittedWithoutAutomaticOrManualCommits() {
        topics.publishTo(0, "age", attribute("age", "Age"));

        try (Connector connector = Connector.start(properties,
                routes("&autoCommitEnable=false", route -> route.from(route.uri()).to(UPSERT)))) {
            soon().until(() -> names().containsKey("age"));
        }
        assertThat(topics.committed()).isEmpty();
    }

    /** It knows the last record of the batch alone, which lies in one partition. */
    @Test
    void F55_theManualCommitOfABatchIsOfOnePartitionOnly() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            topics.publishTo(partition, "key" + partition, attribute("key" + partition, "Name"));
        }
        topics.flush();
        properties.put("batch.quiet", "2000");

        try (Connector connector = Connector.start(properties, routes(MANUAL + "&breakOnFirstError=true",
                route -> route.from(route.uri()).to(UPSERT).process(new BatchManualCommit())))) {
            soon().until(() -> !topics.committed().isEmpty());
        }
        assertThat(names()).hasSize(PARTITIONS);
        assertThat(topics.committed()).hasSize(1);
    }

    /** A pause ends with a step back to the committed offset, but where none was committed yet the consumer stays behind the batch. */
    @Test
    void F55_aPauseBeforeTheFirstCommitPassesTheBatchOver() {
        emulator.script(Script.on("GET", "/attributes").then(Step.status(503)));
        topics.publishTo(0, "age", attribute("age", "Age"));

        try (Connector connector = Connector.start(properties, routes(MANUAL + "&breakOnFirstError=true",
                route -> committing(route, pausing())))) {
            soon().until(() -> emulator.requestCount() == 1);
            soon().during(Duration.ofSeconds(1)).until(() -> emulator.requestCount() == 1);
            topics.publishTo(0, "city", attribute("city", "City"));
            awaitSettled();
        }
        assertThat(names()).containsOnlyKeys("city");
    }

    private interface Steps {

        void add(Kafka route);
    }

    /** A builder of routes that begin with a batching consumer. */
    private abstract static class Kafka extends RouteBuilder {

        abstract String uri();
    }

    private Kafka routes(String options, Steps steps) {
        String uri = "kafka:" + topics.name() + "?brokers=" + BROKER.bootstrapServers() + "&groupId=" + topics.group()
                + "&autoOffsetReset=earliest&batching=true&maxPollRecords=500&pollTimeoutMs={{batch.quiet}}" + options;
        return new Kafka() {
            @Override
            String uri() {
                return uri;
            }

            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                steps.add(this);
            }
        };
    }

    private static void committing(Kafka route) {
        route.from(route.uri()).setProperty("batch", route.body()).to(UPSERT).process(CommitTest::commitAll);
    }

    private static void committing(Kafka route, RoutePolicy policy) {
        route.from(route.uri()).routePolicy(policy).setProperty("batch", route.body()).to(UPSERT).process(CommitTest::commitAll);
    }

    private static RoutePolicy pausing() {
        return new ThrottlingExceptionRoutePolicy(1, 60_000, 300, List.of());
    }

    private static void commitAll(Exchange exchange) {
        List<?> batch = exchange.getProperty("batch", exchange.getMessage().getBody(), List.class);
        Map<Object, KafkaManualCommit> last = new TreeMap<>();
        batch.forEach(item -> last.put(((Exchange) item).getMessage().getHeader(KafkaConstants.PARTITION),
                ((Exchange) item).getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)));
        last.values().forEach(KafkaManualCommit::commit);
    }
}
