// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.api.Tombstone;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Fault;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What the order of the records in a batch means: the same as if each had been sent on its own. */
class BatchOrderTest extends EmulatedRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert&tombstone=delete&failOn=none";
    private static final String AUDIENCES = "personalize:audiences?operation=upsert&tombstone=delete&failOn=none";

    @Test
    void F88_anOlderVersionBehindATombstoneStaysOlder() {
        BatchReport report = report(UPSERT + "&versionField=rev", versioned("Seventh", 7), tombstone("age"), versioned("Third", 3));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(tuple(Outcome.CREATED, null),
                tuple(Outcome.DELETED, null),
                tuple(Outcome.UNCHANGED, "version 3 is older than 7, which was written before; skipped"));
        assertThat(emulator().project(PROJECT).attributes()).isEmpty();
    }

    @Test
    void F88_aNewerVersionBehindATombstoneIsCreatedAgain() {
        BatchReport report = report(UPSERT + "&versionField=rev", versioned("Seventh", 7), tombstone("age"), versioned("Eighth", 8),
                versioned("Fourth", 4));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.DELETED, Outcome.CREATED,
                Outcome.UNCHANGED);
        assertThat(names()).containsExactly("Eighth");
    }

    @Test
    void F88_whatIsDeletedAndCreatedAgainKeepsNothingOfItsFormerSelf() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Old", "data_type": "string", "note": "of old"}]}""");

        BatchReport report = report(UPSERT, tombstone("age"), attribute("age", "New"));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.DELETED, Outcome.CREATED);
        assertThat(emulator().project(PROJECT).attribute("age").has("note")).isFalse();
        assertThat(emulator().project(PROJECT).attribute("age").path("uid").asText()).isNotEqualTo("a1");
    }

    @Test
    void F88_ofKeysThatPeopleCannotTellApartTheFirstIsCreated() {
        BatchReport report = report(UPSERT, attribute("AGE", "First"), attribute("age", "Second"), attribute("AGE", "Third"));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.REJECTED, Outcome.UPDATED);
        assertThat(emulator().project(PROJECT).attribute("AGE").path("name").asText()).isEqualTo("Third");
        assertThat(names()).hasSize(1);
    }

    @Test
    void F88_aMemberThatOnlyAnEarlierRecordHasIsWritten() {
        BatchReport report = report(UPSERT, polled(Map.of("key", "age", "name", "Age", "data_type", "string", "note", "first")),
                attribute("age", "Alter"));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.UPDATED);
        assertThat(emulator().project(PROJECT).attribute("age").path("note").asText()).isEqualTo("first");
        assertThat(names()).containsExactly("Alter");
    }

    @Test
    void F88_whereWhatExistsIsLeftAsItIsTheFirstRecordCounts() {
        BatchReport skipped = report(UPSERT + "&onConflict=skip", attribute("age", "First"), attribute("age", "Second"));
        BatchReport failed = report(UPSERT + "&onConflict=fail", attribute("city", "First"), attribute("city", "Second"));
        BatchReport created = report("personalize:attributes?operation=create&failOn=none", attribute("tier", "First"),
                attribute("tier", "Second"));

        assertThat(skipped.items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.UNCHANGED);
        assertThat(failed.items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.CONFLICT);
        assertThat(created.items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.CONFLICT);
        assertThat(names()).containsOnly("First");
    }

    @Test
    void F88_anEventCannotBeChangedByALaterRecord() {
        BatchReport report = report("personalize:events?operation=upsert&failOn=none", polled(Map.of("key", "buy", "name", "Buy")),
                polled(Map.of("key", "buy", "name", "Bought")));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.CREATED, Outcome.CONFLICT);
    }

    @Test
    void F88_whatAnotherDefinitionUsesIsDeletedOnceThatHasChanged() {
        seedAudiences();

        BatchReport report = report(AUDIENCES, tombstone("Base"), audience("User", "{\"field\": \"age\"}"));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.DELETED, Outcome.UPDATED);
        assertThat(calls()).endsWith("PUT /audiences/b2", "DELETE /audiences/b1");
    }

    @Test
    void F88_ofDefinitionsThatAreAllDeletedTheUserGoesFirst() {
        seedAudiences();

        BatchReport report = report(AUDIENCES, tombstone("Base"), tombstone("User"));

        assertThat(report.items()).extracting("outcome").containsOnly(Outcome.DELETED);
        assertThat(calls()).endsWith("DELETE /audiences/b2", "DELETE /audiences/b1");
    }

    @Test
    void F88_aDeletionIsNotMadeUpForBehindALaterRecordOfTheSameDefinition() {
        seedAudiences();

        BatchReport report = report(AUDIENCES, tombstone("Base"), audience("Base", "{\"field\": \"city\"}"),
                audience("User", "{\"field\": \"age\"}"));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.BLOCKED, "not deleted, because it is used by audience \"User\"; change those first"),
                tuple(Outcome.UPDATED, null), tuple(Outcome.UPDATED, null));
    }

    @Test
    void F88_aReferenceToWhatIsDeletedBeforeItDoesNotKeepThat() {
        seedAudiences();

        BatchReport report = report(AUDIENCES, tombstone("User"), tombstone("Base"),
                audience("New", "{\"audience\": \"ref:audience/Base\"}"));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.DELETED, Outcome.DELETED, Outcome.BLOCKED);
        assertThat(emulator().project(PROJECT).audiences()).isEmpty();
    }

    @Test
    void F88_whatRefersToALaterRecordIsWrittenAfterIt() {
        BatchReport report = report(AUDIENCES, audience("Top", "{\"audience\": \"ref:audience/Middle\"}"),
                audience("Middle", "{\"audience\": \"ref:audience/Base\"}"), audience("Base", "{\"field\": \"age\"}"));

        assertThat(report.items()).extracting("outcome").containsOnly(Outcome.CREATED);
        assertThat(calls()).containsExactly("GET /audiences", "POST /audiences", "POST /audiences", "POST /audiences");
    }

    @Test
    void F23_F88_recordsThatReferToEachOtherAreACycleUnlessTheyExist() {
        List<Exchange> cycle = List.of(audience("A", "{\"audience\": \"ref:audience/B\"}"),
                audience("B", "{\"audience\": \"ref:audience/A\"}"), audience("C", "{\"audience\": \"ref:audience/A\"}"));

        BatchReport report = report(send(AUDIENCES, cycle));
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "b1", "name": "A"}, {"uid": "b2", "name": "B"}]}""");
        BatchReport existing = report(send(AUDIENCES + "&indexTtl=0", cycle));

        String inACycle = "refer to each other in a cycle, so none can be created first: audience \"A\" -> audience \"B\" -> audience \"A\"";
        assertThat(report.items()).extracting("outcome", "fault", "code", "message").containsExactly(
                tuple(Outcome.REJECTED, Fault.RECORD, "CYCLE", inACycle), tuple(Outcome.REJECTED, Fault.RECORD, "CYCLE", inACycle),
                tuple(Outcome.BLOCKED, Fault.DEPENDENCY, "UNRESOLVED",
                        "depends on a cycle: audience \"A\" -> audience \"B\" -> audience \"A\""));
        assertThat(existing.items()).extracting("outcome").containsExactly(Outcome.UPDATED, Outcome.UPDATED, Outcome.CREATED);
    }

    @Test
    void F88_anUpdateByAUidThatIsGoneFindsTheDefinitionByItsKeyAsItDoesOnItsOwn() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "string"}]}""");

        BatchReport report = report("personalize:attributes?operation=update&failOn=none",
                polled(Map.of("uid", "gone", "key", "age", "name", "Alter", "data_type", "string")));

        assertThat(report.items()).extracting("uid", "outcome").containsExactly(tuple("a1", Outcome.UPDATED));
    }

    @Test
    void F88_anUpdateRemovesWhatAnUpsertOfTheSameHasLeftAsItDoesOnItsOwn() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Old", "data_type": "string", "note": "of old"}]}""");
        report(UPSERT, attribute("age", "New"));

        BatchReport report = report("personalize:attributes?operation=update&failOn=none", attribute("age", "New"));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.UPDATED);
        assertThat(emulator().project(PROJECT).attribute("age").has("note")).isFalse();
    }

    @Test
    void F51_F88_aTombstoneForAnEventSaysThatEventsCannotBeDeleted() {
        emulator().seed(PROJECT, """
                {"events": [{"uid": "e1", "key": "buy", "name": "Buy"}]}""");
        component().getConfiguration().setTombstone(Tombstone.delete);

        BatchReport report = report("personalize:events?operation=upsert&failOn=none", tombstone("buy"));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(tuple(Outcome.REJECTED,
                "a tombstone: the service cannot delete events (set tombstone=ignore on this endpoint)"));
    }

    private void seedAudiences() {
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "b1", "name": "Base"}, {"uid": "b2", "name": "User", "rules": {"audience": "b1"}}]}""");
    }

    private List<String> names() {
        return emulator().project(PROJECT).attributes().stream().map(attribute -> attribute.path("name").asText()).toList();
    }

    private Exchange versioned(String name, int version) {
        return polled(Map.of("key", "age", "name", name, "data_type", "string", "rev", version));
    }

    private Exchange attribute(String key, String name) {
        return polled(Map.of("key", key, "name", name, "data_type", "string"));
    }

    private Exchange audience(String name, String rules) {
        JsonNode body = json("{\"name\": \"%s\", \"rules\": %s}".formatted(name, rules));
        return polled(body);
    }

    private Exchange polled(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private Exchange tombstone(String key) {
        Exchange exchange = polled(null);
        exchange.getMessage().setHeaders(new HashMap<>(Map.of("kafka.KEY", key)));
        return exchange;
    }

    private BatchReport report(String uri, Exchange... items) {
        return report(send(uri, List.of(items)));
    }

    private static BatchReport report(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange.getMessage().getBody(BatchReport.class);
    }
}
