// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.BothDialects;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.Samples.batch;
import static io.github.camelpersonalize.Samples.uid;
import static io.github.camelpersonalize.Samples.withUid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Updates in a batch: each replaces the definition that it is aimed at, as it would on its own, and in the order of the input. */
@BothDialects
class BatchUpdateTest extends EmulatedRoutes {

    private static final Map<String, String> ATTRIBUTES = Map.of("age", uid("a1"), "member", uid("a2"), "years", uid("a3"), "months",
            uid("a4"));
    private static final String B1 = uid("b1");
    private static final String B2 = uid("b2");
    private static final String UPDATE = "personalize:audiences?operation=update&failOn=none";

    @BeforeEach
    void seedTwoAudiences() {
        emulator().seed(PROJECT, "{\"attributes\": " + batch(attribute("age"), attribute("member"), attribute("years"), attribute("months"))
                + ", \"audiences\": " + batch(samples.audience("Adults", ATTRIBUTES.get("age"), withUid(B1)),
                        samples.audience("Members", ATTRIBUTES.get("member"), withUid(B2)))
                + "}");
    }

    @Test
    void aDefinitionIsRenamedByItsOldKey() {
        BatchReport report = update(named("Adults", "Grown-ups", "age"));

        assertThat(report.items()).extracting("uid", "key", "outcome").containsExactly(tuple(B1, "Grown-ups", Outcome.UPDATED));
        assertThat(names()).containsExactly("Grown-ups", "Members");
    }

    @Test
    void whatComesAfterARenameFindsTheDefinitionByItsNewKey() {
        BatchReport report = update(named("Adults", "Grown-ups", "age"), named("Grown-ups", "Grown-ups", "years"));

        assertThat(report.items()).extracting("uid", "outcome", "message").containsExactly(
                tuple(B1, Outcome.UPDATED, null),
                tuple(B1, Outcome.UPDATED, null));
        assertThat(emulator().project(PROJECT).audiences().get(0).toString()).contains(ATTRIBUTES.get("years"));
    }

    @Test
    void whatComesBeforeARenameDoesNotFindTheDefinitionByItsNewKey() {
        BatchReport report = update(named("Grown-ups", "Grown-ups", "years"), named("Adults", "Grown-ups", "age"));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.REJECTED, "does not exist in project \"p1\""),
                tuple(Outcome.UPDATED, null));
    }

    @Test
    void aRenameIsNotSupersededByWhatLooksForTheOldKeyAfterIt() {
        BatchReport report = update(named("Adults", "Grown-ups", "age"), named("Adults", "Adults", "years"));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.UPDATED, null),
                tuple(Outcome.REJECTED, "does not exist in project \"p1\""));
        assertThat(names()).containsExactly("Grown-ups", "Members");
    }

    @Test
    void whatIsForTheNewKeyOnBothSidesOfARenameIsNotForOneDefinition() {
        BatchReport report = update(named("Members", "Club", "member"), named("Adults", "Members", "age"),
                named("Members", "Members", "years"));

        assertThat(report.items()).extracting("uid", "outcome", "message").containsExactly(
                tuple(B2, Outcome.UPDATED, null),
                tuple(B1, Outcome.UPDATED, null),
                tuple(B1, Outcome.UPDATED, null));
        assertThat(names()).containsExactly("Members", "Club");
    }

    @Test
    void aTombstoneDeletesWhatBearsItsKeyAtThatPlaceOfTheInput() {
        Exchange tombstone = named("Grown-ups", null, null);

        BatchReport report = report(UPDATE + "&tombstone=delete", tombstone, named("Adults", "Grown-ups", "age"));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.UNCHANGED, Outcome.UPDATED);
        assertThat(names()).containsExactly("Grown-ups", "Members");
    }

    @Test
    void aRenameByUidKeepsItsPlaceInTheInputToo() {
        Exchange tombstone = named("Grown-ups", null, null);
        Exchange rename = item("CamelPersonalizeUid", B1, "Grown-ups", "age");

        BatchReport report = report(UPDATE + "&tombstone=delete", tombstone, rename);

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.UNCHANGED, Outcome.UPDATED);
        assertThat(names()).containsExactly("Grown-ups", "Members");
    }

    @Test
    void aRenameThatIsDeliveredTwiceInARowIsDoneOnce() {
        BatchReport report = update(named("Adults", "Grown-ups", "age"), named("Adults", "Grown-ups", "age"));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.UPDATED, null),
                tuple(Outcome.UNCHANGED, null));
        assertThat(calls()).containsExactly(samples.get("audiences"), "PUT /audiences/" + B1);
    }

    @Test
    void updatesOfOneDefinitionBetweenRenamesOfOthersCostOneRequest() {
        BatchReport report = update(named("Members", "Club", "member"), named("Adults", "Adults", "years"),
                named("Adults", "Adults", "months"));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.UPDATED, null),
                tuple(Outcome.UNCHANGED, "superseded by item 3"),
                tuple(Outcome.UPDATED, null));
        assertThat(calls()).containsExactly(samples.get("audiences"), "PUT /audiences/" + B2, "PUT /audiences/" + B1);
    }

    @Test
    void anUpdateToWhatIsThereIsUnchangedWhateverTheServiceSetsItself() {
        update(named("Adults", "Adults", "years"));
        emulator().clearRequests();

        BatchReport report = update(named("Adults", "Adults", "years"));

        assertThat(report.items()).extracting("outcome").containsExactly(Outcome.UNCHANGED);
        assertThat(calls()).containsExactly(samples.get("audiences"));
    }

    private String attribute(String key) {
        return samples.attribute(key, key, withUid(ATTRIBUTES.get(key)));
    }

    private BatchReport update(Exchange... items) {
        return report(UPDATE, items);
    }

    private BatchReport report(String uri, Exchange... items) {
        return send(uri, List.of(items)).getMessage().getBody(BatchReport.class);
    }

    private List<String> names() {
        return emulator().project(PROJECT).audiences().stream().map(audience -> audience.path("name").asText()).toList();
    }

    private Exchange named(String key, String name, String attribute) {
        return item("CamelPersonalizeKey", key, name, attribute);
    }

    /** An update that is aimed by a header, or a tombstone when it has no name. */
    private Exchange item(String header, String value, String name, String attribute) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(name == null ? null : samples.audience(name, ATTRIBUTES.get(attribute)));
        exchange.getMessage().setHeaders(new HashMap<>(Map.of(header, value)));
        return exchange;
    }
}
