// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.faultserver.Answer;
import io.github.camelpersonalize.faultserver.Answers;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that keeps something else than it was sent. */
class NormalizingServiceFaultsTest extends ServerFaultRoutes {

    private static final String UPSERT = "personalize:attributes?operation=upsert&validate=false&failOn=any&indexTtl=";

    /** What the service makes of what it is sent. */
    enum Habit {

        TRIMS("""
                {"key": "age", "name": "Age  in years", "data_type": "number"}""", """
                {"key": "age", "name": "Age in years", "data_type": "number"}""", "/name"), SORTS("""
                {"key": "age", "name": "Age", "tags": ["b", "a"]}""", """
                {"key": "age", "name": "Age", "tags": ["a", "b"]}""", "/tags/0, /tags/1"), ADDS("""
                {"key": "age", "name": "Age", "rules": {"query": []}}""", """
                {"key": "age", "name": "Age", "rules": {"query": [], "limit": 5}, "other": 1}""", "/rules/limit"), DROPS("""
                {"key": "age", "name": "Age", "color": "red"}""", """
                {"key": "age", "name": "Age"}""", "/color"), CONVERTS("""
                {"key": "age", "name": "Age", "since": "2026-01-01T00:00:00Z", "n": "1"}""", """
                {"key": "age", "name": "Age", "since": 1767225600, "n": 1}""", "/since, /n"), SHORTENS("""
                {"key": "age", "name": "Age", "list": [1, 2, 3]}""", """
                {"key": "age", "name": "Age", "list": [1, 2]}""", "/list");

        private final String sent;
        private final String kept;
        private final String pointers;

        Habit(String sent, String kept, String pointers) {
            this.sent = sent;
            this.kept = kept;
            this.pointers = pointers;
        }

        private String note() {
            return "the service keeps " + pointers + " otherwise";
        }
    }

    @ParameterizedTest
    @EnumSource
    void F78_whatTheServiceKeepsOtherwiseIsReportedAndNotWrittenAgain(Habit habit) {
        keeps(habit.kept, habit.kept);

        ItemResult first = upsert(habit.sent, "60000");
        ItemResult cached = upsert(habit.sent, "60000");
        ItemResult listed = upsert(habit.sent, "0");
        ItemResult again = upsert(habit.sent, "0");

        // What is left out of a response may be there all the same, until a list shows that it is not.
        assertThat(first.message()).isEqualTo(habit == Habit.DROPS ? null : habit.note());
        assertThat(List.of(cached, listed, again)).allSatisfy(item -> assertThat(item.outcome()).hasToString("UNCHANGED"));
        assertThat(List.of(listed, again)).allSatisfy(item -> assertThat(item.message()).isEqualTo(habit.note()));
        assertThat(writes()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void F78_aServiceThatDoesNotSayWhatItKeepsIsSentTheSameTwice(Habit habit) {
        keeps(habit.kept, "{\"uid\": \"u1\"}");

        upsert(habit.sent, "0");
        ItemResult second = upsert(habit.sent, "0");
        ItemResult third = upsert(habit.sent, "0");

        assertThat(second.outcome()).hasToString("UPDATED");
        assertThat(second.message()).isEqualTo(habit.note());
        assertThat(third.outcome()).hasToString("UNCHANGED");
        assertThat(third.message()).isEqualTo(habit.note());
        assertThat(writes()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void F78_aServiceThatSaysWhatItWasSentIsSentTheSameThreeTimes(Habit habit) {
        keeps(habit.kept, habit.sent);

        upsert(habit.sent, "0");
        upsert(habit.sent, "0");
        upsert(habit.sent, "0");
        ItemResult fourth = upsert(habit.sent, "0");

        assertThat(fourth.outcome()).hasToString("UNCHANGED");
        assertThat(fourth.message()).isEqualTo(habit.note());
        assertThat(writes()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void F78_whatSomebodyElseChangesIsCorrectedHoweverOften(Habit habit) {
        keeps(habit.kept, habit.kept);
        upsert(habit.sent, "0");

        for (int i = 0; i < 4; i++) {
            server.put("attributes", withUid(habit.kept).replace("\"Age", "\"Alter"));
            assertThat(upsert(habit.sent, "0").outcome()).hasToString("UPDATED");
            assertThat(upsert(habit.sent, "0").outcome()).hasToString("UNCHANGED");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"uid\": \"u1\"}",
            "{\"uid\": \"u1\", \"key\": \"age\", \"name\": \"Age\", \"data_type\": \"number\"}"})
    void F78_aChangeThatSomebodyMakesAgainAndAgainIsNoHabitOfTheService(String response) {
        server.on("POST /attributes", Answers.good().body(response));
        server.always("PUT /attributes/u1", Answers.good().body(response));
        upsert(age(), "0");

        for (int i = 0; i < 5; i++) {
            server.put("attributes", withUid(age()).replace("Age", "Alter"));
            assertThat(upsert(age(), "0").outcome()).hasToString("UPDATED");
            assertThat(server.state("attributes").get(0).get("name").textValue()).isEqualTo("Age");
        }
    }

    /** The order of members and the form of numbers mean nothing. */
    @Test
    void F78_theSameWishInAnotherFormIsNotWrittenAgain() {
        keeps("""
                {"key": "age", "name": "Age", "since": 1767225600, "rules": {"a": 1, "b": [1.50], "c": "x"}}""", "{\"uid\": \"u1\"}");
        String sent = """
                {"key": "age", "name": "Age", "since": "2026-01-01T00:00:00Z", "rules": {"a": 1.0, "b": [1.5], "c": "X"}}""";
        upsert(sent, "0");
        upsert(sent, "0");
        int writes = writes();

        server.put("attributes", """
                {"uid": "u1", "rules": {"c": "x", "b": [1.5], "a": 1.00}, "since": 17672256e2, "name": "Age", "key": "age"}""");
        ItemResult again = upsert("""
                {"rules": {"c": "X", "b": [15e-1], "a": 1}, "since": "2026-01-01T00:00:00Z", "name": "Age", "key": "age"}""", "0");

        assertThat(again.outcome()).hasToString("UNCHANGED");
        assertThat(again.message()).isEqualTo("the service keeps /rules/c, /since otherwise");
        assertThat(writes()).isEqualTo(writes);
    }

    @ParameterizedTest
    @EnumSource
    void F78_ofASingleDefinitionTheLogSaysItOnce(Habit habit) {
        keeps(habit.kept, habit.kept);
        try (TraceLog log = new TraceLog()) {
            for (int i = 0; i < 4; i++) {
                time.sleep(Duration.ofSeconds(2));
                assertThat(send("personalize:attributes?operation=upsert&validate=false&indexTtl=0", habit.sent).getException()).isNull();
            }
            assertThat(log.text().lines().filter(line -> line.contains("the service keeps"))).singleElement().asString().contains("WARN")
                    .endsWith("attribute \"age\" (uid u1): " + habit.note() + "; the same body is not written again");
        }
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void F78_anotherDesiredStateIsWritten() {
        Habit habit = Habit.TRIMS;
        keeps(habit.kept, habit.kept);
        upsert(habit.sent, "0");

        assertThat(upsert(habit.sent.replace("Age  in", "Age   in"), "0").outcome()).hasToString("UPDATED");
        assertThat(upsert(habit.kept, "0").outcome()).hasToString("UNCHANGED");
        assertThat(upsert(habit.sent, "0").outcome()).hasToString("UPDATED");
    }

    @Test
    void F78_aKeyThatTheServiceKeepsOtherwiseIsFoundByTheOneThatWasSent() {
        String sent = "{\"name\": \"VIP  customers\", \"definition\": {}}";
        String kept = "{\"uid\": \"u1\", \"name\": \"VIP customers\", \"definition\": {}}";
        server.on("POST /audiences", Answers.good().body(kept).whenReady(() -> server.put("audiences", kept)));
        String uri = "personalize:audiences?operation=upsert&validate=false&indexTtl=";

        assertOutcome(send(uri + "0", sent), "CREATED", 2);
        assertOutcome(send(uri + "60000", sent), "UNCHANGED", 0);
        assertOutcome(send(uri + "0", sent), "UNCHANGED", 1);
        assertThat(server.state("audiences")).hasSize(1);
    }

    @Test
    void F78_aCreateThatIsSentAgainIsNoConflict() {
        server.on("POST /attributes",
                Answers.ok(withUid(Habit.TRIMS.kept)).whenReady(() -> server.put("attributes", withUid(Habit.TRIMS.kept))));
        String create = "personalize:attributes?operation=create";

        assertOutcome(send(create, Habit.TRIMS.sent), "CREATED", 1);
        assertOutcome(send(create, Habit.TRIMS.sent), "ADOPTED", 2);
    }

    @ParameterizedTest
    @EnumSource
    void F78_anUpdateInABatchIsNotSentAgain(Habit habit) {
        keeps(habit.kept, habit.kept);
        server.put("attributes", withUid(habit.kept));
        String uri = "personalize:attributes?operation=update&validate=false&failOn=any";

        for (int i = 0; i < 3; i++) {
            report(send(uri, List.of(habit.sent)));
            time.sleep(Duration.ofSeconds(2));
        }

        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void F78_aSecondApplyLeavesAllAsItIsAndAPlanSaysWhatIsKeptOtherwise() {
        keeps(Habit.TRIMS.kept, Habit.TRIMS.kept);
        String manifest = "attributes: [" + Habit.TRIMS.sent + "]";
        assertThat(report(send("personalize:project?operation=apply", manifest)).outcome()).hasToString("CREATED");
        time.sleep(Duration.ofSeconds(2));

        Plan plan = send("personalize:project?operation=plan", manifest).getMessage().getBody(Plan.class);
        ItemResult second = report(send("personalize:project?operation=apply", manifest));

        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo(Action.UNCHANGED);
            assertThat(step.warnings()).containsExactly(Habit.TRIMS.note());
        });
        assertThat(second.outcome()).hasToString("UNCHANGED");
        assertThat(writes()).isEqualTo(1);
    }

    private ItemResult upsert(String desired, String ttl) {
        // Later than a service may take to list what it has just stored.
        time.sleep(Duration.ofSeconds(2));
        return report(send(UPSERT + ttl, List.of(desired)));
    }

    private static ItemResult report(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(BatchReport.class).items().get(0);
    }

    /** The service keeps that of whatever it is sent, and responds so. */
    private void keeps(String kept, String response) {
        Answer answer = Answers.good().whenReady(() -> server.put("attributes", withUid(kept))).body(withUid(response));
        server.always("POST /attributes", answer);
        server.always("PUT /attributes/u1", answer);
    }

    private static String withUid(String json) {
        return ((ObjectNode) json(json)).put("uid", "u1").toString();
    }

    private int writes() {
        return (int) calls().stream().filter(call -> !call.startsWith("GET")).count();
    }
}
