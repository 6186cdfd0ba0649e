// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.Samples;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.camelpersonalize.Samples.batch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@BothDialects
class BatchTest extends EmulatedRoutes {

    private String mixed() {
        return batch(samples.event("purchase", "Purchase"), keyless(), samples.event("return", "Return"));
    }

    private String keyless() {
        return samples.event("refund", "Refund").replace(", \"key\": \"refund\"", "");
    }

    /** The forms of a batch of two. */
    enum Batch {

        TEXT(two -> Samples.batch(two.toArray(String[]::new))), TREE(two -> json(Samples.batch(two.toArray(String[]::new)))), LIST(
                two -> two), ARRAY(two -> two.toArray(String[]::new)), ITERABLE(two -> (Iterable<String>) two::iterator), ITERATOR(
                        List::iterator), MIXED(two -> List.of(json(two.get(0)), two.get(1)));

        private final Function<List<String>, Object> of;

        Batch(Function<List<String>, Object> of) {
            this.of = of;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormOfABatchIsAnsweredByAReportInItsOrder(Batch form) {
        Exchange exchange = send("personalize:events?operation=create",
                form.of.apply(List.of(samples.event("purchase", "Purchase"), samples.event("refund", "Refund"))));

        BatchReport report = exchange.getMessage().getBody(BatchReport.class);
        assertThat(report.items()).extracting("index", "kind", "key", "outcome").containsExactly(
                tuple(0, "event", "purchase", Outcome.CREATED),
                tuple(1, "event", "refund", Outcome.CREATED));
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeRequestCount")).isEqualTo(3);
    }

    @Test
    void exchangesOfABatchingConsumerKeepTheirCoordinates() {
        Exchange exchange = send("personalize:events?operation=create&failOn=none",
                List.of(polled(7, samples.event("purchase", "Purchase")), polled(8, "{not JSON")));

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting(item -> item.coordinates() + " " + item.outcome())
                .containsExactly("orders-2@7 CREATED", "orders-2@8 REJECTED");
    }

    @Test
    void aMessageThatBelongsToNoExchangeIsReadAsPartOfTheBatchs() {
        DefaultMessage loose = new DefaultMessage(context);
        loose.setBody(new ByteArrayInputStream(samples.event("purchase", "Purchase").getBytes(UTF_8)));

        Exchange exchange = send("personalize:events?operation=create", List.of(loose));

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting("key").containsExactly("purchase");
    }

    @Test
    void aWrongItemDoesNotKeepTheOthersFromBeingCreatedAndFailsTheExchange() {
        Exchange exchange = send("personalize:events?operation=create", mixed());

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class, e -> {
            assertThat(e).hasMessage("1 of 3 items failed, first event: /key is missing (item 2)");
            assertThat(e.getReport().items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.REJECTED, Outcome.CREATED);
        });
        assertThat(exchange.getMessage().getBody()).isEqualTo(mixed());
    }

    @Test
    void failOnAllToleratesSomeFailures() {
        assertThat(send("personalize:events?operation=create&failOn=all", mixed()).getException()).isNull();
        assertThat(send("personalize:events?operation=create&failOn=all", "[{}, {}]").getException())
                .isInstanceOf(PersonalizeRejectedException.class);
    }

    @Test
    void failOnNoneLeavesItToTheReport() {
        assertThat(send("personalize:events?operation=create&failOn=none", "[{}, {}]").getException()).isNull();
    }

    @Test
    void nothingMoreIsSentOnceTheServiceIsOutOfReach() {
        emulator().script(Script.on("POST", "/events").thenStatuses(503));

        Exchange exchange = send("personalize:events?operation=create", mixed());

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeUnavailableException.class, e -> assertThat(
                e.getReport().items()).extracting("outcome").containsExactly(Outcome.UNKNOWN, Outcome.REJECTED, Outcome.BLOCKED));
        assertThat(calls()).containsExactly("GET /events", "POST /events", "GET /events");
    }

    @Test
    void updateAndDeleteFindEachItemByItsKey() {
        send("personalize:attributes?operation=create", batch(samples.attribute("age", "Age"), samples.attribute("city", "City")));

        BatchReport updated = send("personalize:attributes?operation=update", batch(samples.attribute("city", "Town"))).getMessage()
                .getBody(BatchReport.class);
        BatchReport deleted = send("personalize:attributes?operation=delete", """
                [{"key": "age"}, {"key": "city"}]""").getMessage().getBody(BatchReport.class);

        assertThat(updated.counts()).isEqualTo(Map.of(Outcome.UPDATED, 1L));
        assertThat(deleted.counts()).isEqualTo(Map.of(Outcome.DELETED, 2L));
    }

    @Test
    void aUidBesideABatchIsRefusedBecauseItMeansOneDefinition() {
        Exchange exchange = send("personalize:attributes?operation=delete", "[{\"key\": \"age\"}]",
                Map.of("CamelPersonalizeUid", "64c7787b333555469a861224"));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessage(
                "attribute: the body is a batch, but a uid or key (option or header) addresses one definition; remove the one or the other");
        assertThat(calls()).isEmpty();
    }

    @Test
    void theReportIsATableForPeopleAndJsonForPrograms() {
        Exchange exchange = send("personalize:events?operation=create&failOn=none", batch(keyless()));

        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("""
                #  SOURCE  KIND   KEY  UID  OUTCOME   MESSAGE
                1  item 1  event  -    -    REJECTED  /key is missing
                1 items: 1 REJECTED""");
        assertThat(json(new String(exchange.getMessage().getBody(byte[].class)))).isEqualTo(json("""
                {"counts": {"REJECTED": 1}, "items": [{"index": 0, "kind": "event", "key": null, "uid": null, "outcome": "REJECTED",
                 "message": "/key is missing", "source": "item 1", "fault": "RECORD", "code": "INVALID",
                 "fieldErrors": [{"pointer": "/key", "message": "is missing"}], "retryAfterSeconds": null}]}"""));
    }

    @Test
    void anEmptyBatchIsAnEmptyReport() {
        assertThat(send("personalize:events?operation=create", "[]").getMessage().getBody(BatchReport.class).items()).isEmpty();
    }

    private Exchange polled(long offset, String body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(new HashMap<>(Map.of("kafka.TOPIC", "orders", "kafka.PARTITION", 2, "kafka.OFFSET", offset)));
        return exchange;
    }
}
