// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.model.Event;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class BatchTest extends EmulatedRoutes {

    private static final String TWO = """
            [{"name": "Purchase", "key": "purchase"}, {"name": "Refund", "key": "refund"}]""";
    private static final String MIXED = """
            [{"name": "Purchase", "key": "purchase"}, {"name": "Refund"}, {"name": "Return", "key": "return"}]""";

    static Stream<Arguments> batches() {
        Event purchase = Event.of("purchase", "Purchase");
        Event refund = Event.of("refund", "Refund");
        Iterable<Event> iterable = List.of(purchase, refund)::iterator;
        Iterator<Event> iterator = List.of(purchase, refund).iterator();
        return Stream.of(TWO, json(TWO), List.of(purchase, refund), new Event[]{purchase, refund}, iterable, iterator,
                List.of(Map.of("name", "Purchase", "key", "purchase"), "{\"name\": \"Refund\", \"key\": \"refund\"}"))
                .map(body -> Arguments.of((Object) body));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void everyFormOfABatchIsAnsweredByAReportInItsOrder(Object body) {
        Exchange exchange = send("personalize:events?operation=create", body);

        BatchReport report = exchange.getMessage().getBody(BatchReport.class);
        assertThat(report.items()).extracting("index", "kind", "key", "outcome").containsExactly(
                tuple(0, "event", "purchase", Outcome.CREATED),
                tuple(1, "event", "refund", Outcome.CREATED));
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeRequestCount")).isEqualTo(3);
    }

    @Test
    void exchangesOfABatchingConsumerKeepTheirCoordinates() {
        Exchange exchange = send("personalize:events?operation=create&failOn=none",
                List.of(polled(7, "{\"name\": \"Purchase\", \"key\": \"purchase\"}"), polled(8, "{not JSON")));

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting(item -> item.coordinates() + " " + item.outcome())
                .containsExactly("orders-2@7 CREATED", "orders-2@8 REJECTED");
    }

    @Test
    void aMessageThatBelongsToNoExchangeIsReadAsPartOfTheBatchs() {
        DefaultMessage loose = new DefaultMessage(context);
        loose.setBody(new ByteArrayInputStream("{\"name\": \"Purchase\", \"key\": \"purchase\"}".getBytes(UTF_8)));

        Exchange exchange = send("personalize:events?operation=create", List.of(loose));

        assertThat(exchange.getMessage().getBody(BatchReport.class).items()).extracting("key").containsExactly("purchase");
    }

    @Test
    void aWrongItemDoesNotKeepTheOthersFromBeingCreatedAndFailsTheExchange() {
        Exchange exchange = send("personalize:events?operation=create", MIXED);

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class, e -> {
            assertThat(e).hasMessage("1 of 3 items failed, first event: /key is missing (item 1)");
            assertThat(e.getReport().items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.REJECTED, Outcome.CREATED);
        });
        assertThat(exchange.getMessage().getBody()).isEqualTo(MIXED);
    }

    @Test
    void failOnAllToleratesSomeFailures() {
        assertThat(send("personalize:events?operation=create&failOn=all", MIXED).getException()).isNull();
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

        Exchange exchange = send("personalize:events?operation=create", MIXED);

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeUnavailableException.class, e -> assertThat(
                e.getReport().items()).extracting("outcome").containsExactly(Outcome.UNKNOWN, Outcome.REJECTED, Outcome.BLOCKED));
        assertThat(calls()).containsExactly("GET /events", "POST /events", "GET /events");
    }

    @Test
    void updateAndDeleteFindEachItemByItsKey() {
        send("personalize:attributes?operation=create", """
                [{"name": "Age", "key": "age", "data_type": "number"}, {"name": "City", "key": "city", "data_type": "string"}]""");

        BatchReport updated = send("personalize:attributes?operation=update", """
                [{"name": "Town", "key": "city", "data_type": "string"}]""").getMessage().getBody(BatchReport.class);
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
        Exchange exchange = send("personalize:events?operation=create&failOn=none", """
                [{"name": "Refund"}]""");

        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("""
                #  SOURCE  KIND   KEY  UID  OUTCOME   MESSAGE
                0  item 0  event  -    -    REJECTED  /key is missing
                1 items: 1 REJECTED""");
        assertThat(json(new String(exchange.getMessage().getBody(byte[].class)))).isEqualTo(json("""
                {"counts": {"REJECTED": 1}, "items": [{"index": 0, "kind": "event", "key": null, "uid": null, "outcome": "REJECTED",
                 "message": "/key is missing", "source": "item 0", "fault": "RECORD", "code": "INVALID",
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
