// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.Samples.batch;
import static io.github.camelpersonalize.Samples.uid;
import static io.github.camelpersonalize.Samples.withUid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a batch costs: a list a kind, and a request for each definition that is not as it should be in the end. */
@BothDialects
class CoalescingTest extends EmulatedRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert&failOn=none";

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1000, 60, 7", "100000, 400, 25"})
    void nRecordsOfDDefinitionsOfWhichCDifferCostOneListAndCRequests(int records, int definitions, int differing) {
        seedAttributes(definitions, differing);
        List<String> batch = IntStream.range(0, records)
                .mapToObj(i -> attribute("key" + i % definitions, "Name " + i % definitions)).toList();

        BatchReport report = report(send(UPSERT, batch));
        long cost = emulator().requestCount();
        BatchReport again = report(send(UPSERT, batch));

        assertThat(cost).isEqualTo(1 + differing);
        assertThat(report.counts()).isEqualTo(records == differing
                ? Map.of(Outcome.UPDATED, (long) differing)
                : Map.of(Outcome.UPDATED, (long) differing, Outcome.UNCHANGED, (long) records - differing));
        assertThat(again.counts()).isEqualTo(Map.of(Outcome.UNCHANGED, (long) records));
        assertThat(emulator().requestCount()).isEqualTo(cost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update", "delete"})
    void batchesOfOtherOperationsCostTheSame(String operation) {
        seedAttributes(10, "delete".equals(operation) ? 0 : 2);
        List<String> batch = IntStream.range(0, 300).mapToObj(i -> attribute("key" + i % 12, "Name " + i % 12)).toList();
        String uri = "personalize:attributes?failOn=none&operation=" + operation;

        BatchReport report = report(send(uri, batch));

        switch (operation) {
            case "create" -> {
                assertThat(outcomes(report)).containsExactlyInAnyOrderEntriesOf(
                        Map.of(Outcome.CREATED, 2L, Outcome.CONFLICT, 50L, Outcome.UNCHANGED, 248L));
                assertThat(emulator().requestCount()).isEqualTo(1 + 2);
            }
            case "update" -> {
                assertThat(outcomes(report)).containsExactlyInAnyOrderEntriesOf(
                        Map.of(Outcome.UPDATED, 2L, Outcome.REJECTED, 50L, Outcome.UNCHANGED, 248L));
                assertThat(emulator().requestCount()).isEqualTo(1 + 2);
            }
            default -> {
                assertThat(outcomes(report)).containsExactlyInAnyOrderEntriesOf(Map.of(Outcome.DELETED, 10L, Outcome.UNCHANGED, 290L));
                assertThat(emulator().requestCount()).as("lists of attributes and of all who may use them, and the deletions")
                        .isEqualTo(3 + 10);
            }
        }
    }

    @Test
    void theLastOfSeveralWinsAndTheOthersTellByWhich() {
        Exchange exchange = send(UPSERT, List.of(polled(3, attribute("age", "Age")), polled(4, attribute("city", "City")),
                polled(5, attribute("age", "Alter")), polled(6, attribute("age", "Alter"))));

        assertThat(report(exchange).items()).extracting("key", "outcome", "message").containsExactly(
                tuple("age", Outcome.UNCHANGED, "superseded by orders-2@5"),
                tuple("city", Outcome.CREATED, null),
                tuple("age", Outcome.CREATED, null),
                tuple("age", Outcome.UNCHANGED, null));
        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Alter");
    }

    @Test
    void theOneBeforeCountsWhereTheLastIsWrong() {
        Exchange exchange = send(UPSERT, List.of(attribute("age", "Age"), attribute("age", "Alter").replace("\"Alter\"", "7")));

        assertThat(report(exchange).items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.CREATED, null),
                tuple(Outcome.REJECTED,
                        "/name must be a string; it is 7"));
        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Age");
    }

    @Test
    void theOneBeforeCountsWhereTheServiceRefusesTheLast() {
        emulator().script(Script.on("POST", "/attributes").withBody("Alter").then(Step.status(422)));

        Exchange exchange = send(UPSERT, List.of(attribute("age", "Age"), attribute("age", "Alter")));

        assertThat(report(exchange).items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.REJECTED);
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "POST /attributes");
    }

    @Test
    void whatIsSupersededSharesTheFateOfTheLastWhenTheServiceIsOutOfReach() {
        emulator().script(Script.on("GET", "/attributes").then(Step.status(503)).forEver());

        Exchange exchange = send(UPSERT, List.of(attribute("age", "Age"), attribute("city", "City"), attribute("age", "Alter")));

        assertThat(report(exchange).items()).extracting("outcome").containsOnly(Outcome.BLOCKED);
        assertThat(calls()).containsExactly("GET /attributes");
    }

    @Test
    void F48_aPoisonPillAmongFiveHundredGoodRecordsIsTheOnlyOneRefused() {
        List<Object> batch = new ArrayList<>();
        IntStream.range(0, 500).forEach(
                i -> batch.add(polled(i, i == 250 ? "{\"key\": " : attribute("key" + i % 20, "Name " + i / 20 + " of " + i % 20))));

        BatchReport report = report(send(UPSERT, batch));

        assertThat(report.items()).filteredOn(item -> !item.outcome().isSuccess()).extracting("coordinates.position", "outcome")
                .containsExactly(tuple(250L, Outcome.REJECTED));
        assertThat(emulator().requestCount()).isEqualTo(1 + 20);
        assertThat(emulator().project(PROJECT).attributes()).extracting(attribute -> attribute.path("name").asText())
                .hasSize(20).allMatch(name -> name.startsWith("Name 24 of "));
    }

    @Test
    void F49_theSameRecordDeliveredAgainIsUnchangedAndCostsNothing() {
        List<Object> batch = List.of(polled(1, attribute("age", "Age")), polled(1, attribute("age", "Age")));
        send(UPSERT, batch);
        emulator().clearRequests();

        assertThat(report(send(UPSERT, batch)).counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 2L));
        assertThat(calls()).isEmpty();
    }

    @Test
    void F50_withoutAVersionTheRecordThatArrivesLastWins() {
        send(UPSERT, List.of(attribute("age", "Newer"), attribute("age", "Older")));

        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Older");
    }

    @Test
    void F50_anOlderVersionNeverReplacesANewerOneWithinABatchOrAfterIt() {
        String uri = UPSERT + "&versionField=rev";

        Exchange first = send(uri, List.of(polled(1, versioned("Third", 3)), polled(2, versioned("Second", 2)),
                polled(3, attribute("age", "None"))));
        Exchange second = send(uri, List.of(polled(4, versioned("Second", 2.5))));
        Exchange third = send(uri, List.of(polled(5, versioned("Third", 3))));

        assertThat(report(first).items()).extracting("outcome", "message").containsExactly(tuple(Outcome.CREATED, null),
                tuple(Outcome.UNCHANGED, "superseded by orders-2@1"),
                tuple(Outcome.REJECTED, "has no rev that is a number or a time in ISO 8601 with an offset (versionField=rev)"));
        assertThat(report(second).items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.UNCHANGED, "version 2.5 is older than 3, which was written before; skipped"));
        assertThat(report(third).items()).extracting("outcome").containsExactly(Outcome.UNCHANGED);
        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Third");
        assertThat(emulator().project(PROJECT).attribute("age").has("rev")).isFalse();
    }

    @Test
    void F50_timesAreVersionsTooAndAStateRepositoryRemembersThemOverARestart() {
        MemoryStateRepository states = new MemoryStateRepository();
        context.getRegistry().bind("states", states);
        String uri = "personalize:attributes?operation=upsert&versionField=rev&stateRepository=#states";
        send(uri, versioned("Noon", "\"2026-11-24T12:00:00Z\""));

        context.removeComponent("personalize");
        startContext();
        Exchange older = send(uri + "&failOn=none", versioned("Before", "\"2026-11-24T12:59:59+01:00\""));

        assertThat(older.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("UNCHANGED");
        assertThat(emulator().project(PROJECT).attribute("age").path("name").asText()).isEqualTo("Noon");
    }

    @Test
    void F51_aTombstoneIsIgnoredUnlessToldOtherwise() {
        seedAttributes(1, 0);

        BatchReport report = report(send(UPSERT, List.of(tombstone(7, "key0"))));

        assertThat(report.items()).extracting("key", "outcome", "message").containsExactly(
                tuple("key0", Outcome.UNCHANGED, "a tombstone, ignored (tombstone=ignore)"));
        assertThat(calls()).isEmpty();
    }

    @Test
    void F51_aTombstoneDeletesByItsKeyAndInOrder() {
        seedAttributes(3, 0);

        BatchReport report = report(send(UPSERT + "&tombstone=delete", List.of(tombstone(7, "key0"), polled(8, attribute("key1", "One")),
                tombstone(9, "key1"), tombstone(10, "key2"), polled(11, attribute("key2", "Two")), tombstone(12, "other"))));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.DELETED, Outcome.UNCHANGED, Outcome.DELETED,
                Outcome.DELETED, Outcome.CREATED, Outcome.UNCHANGED);
        assertThat(emulator().project(PROJECT).attributes()).extracting(attribute -> attribute.path("name").asText())
                .containsExactly("Two");
    }

    @Test
    void F51_aTombstoneFailsWhereThatIsAskedFor() {
        Exchange exchange = send("personalize:attributes?operation=upsert&tombstone=fail", null, Map.of("kafka.KEY", "age"));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("attribute \"age\": a tombstone: the"
                        + " record has a key and no body (set tombstone=delete to delete the definition, or tombstone=ignore)");
    }

    @Test
    void F51_whatOthersReferToIsNotDeletedAndTheyAreNamed() {
        emulator().seed(PROJECT, "{\"attributes\": [" + samples.attribute("age", "Age", withUid(uid("a1"))) + "], \"audiences\": ["
                + samples.audience("Adults", uid("a1")) + ", " + samples.everyone("age", "\"description\": \"age\"") + "]}");

        Exchange exchange = send("personalize:attributes?operation=upsert&tombstone=delete", null, Map.of("kafka.KEY", "age"));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("attribute \"age\": not deleted, because it is used by audience \"Adults\"; change those first");
        assertThat(exchange.getMessage().getHeader("CamelPersonalizeOutcome")).isEqualTo("BLOCKED");
        assertThat(calls()).containsExactly("GET /attributes", samples.get("audiences"), "GET /experiences");
    }

    @Test
    void F56_aBatchOfMixedOutcomesHasOneResultAnInputInItsOrder() {
        emulator().seed(PROJECT, "{\"attributes\": " + batch(attribute("same", "Same"), attribute("old", "Old"), attribute("gone", "Gone"),
                samples.attribute("used", "Used", withUid(uid("a4")))) + ", \"audiences\": " + batch(samples.audience("Users", uid("a4")))
                + "}");
        emulator().script(Script.on("POST", "/attributes").withKey("lost").then(Step.status(504).applied()));

        BatchReport report = report(send(UPSERT + "&tombstone=delete",
                List.of(attribute("new", "New"), attribute("same", "Same"), attribute("old", "Newer"), tombstone(1, "gone"),
                        tombstone(2, "used"), attribute("lost", "Lost"), "no JSON")));

        assertThat(report.items()).extracting("index", "outcome").containsExactly(tuple(0, Outcome.CREATED), tuple(1, Outcome.UNCHANGED),
                tuple(2, Outcome.UPDATED), tuple(3, Outcome.DELETED), tuple(4, Outcome.BLOCKED), tuple(5, Outcome.ADOPTED),
                tuple(6, Outcome.REJECTED));
    }

    private void seedAttributes(int count, int differing) {
        emulator().seed(PROJECT,
                "{\"attributes\": [" + String.join(",",
                        IntStream.range(0, count)
                                .mapToObj(i -> attribute("key" + i, (i < differing ? "Old " : "Name ") + i))
                                .toList())
                        + "]}");
    }

    private String attribute(String key, String name) {
        return samples.attribute(key, name, "\"description\": \"\"");
    }

    private String versioned(String name, Object version) {
        return samples.attribute("age", name, "\"rev\": " + version);
    }

    private Exchange polled(long offset, Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeaders(new HashMap<>(Map.of("kafka.TOPIC", "orders", "kafka.PARTITION", 2, "kafka.OFFSET", offset)));
        return exchange;
    }

    private Exchange tombstone(long offset, String key) {
        Exchange exchange = polled(offset, null);
        exchange.getMessage().setHeader("kafka.KEY", key);
        return exchange;
    }

    private static BatchReport report(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange.getMessage().getBody(BatchReport.class);
    }

    private static Map<Outcome, Long> outcomes(BatchReport report) {
        return report.counts();
    }
}
