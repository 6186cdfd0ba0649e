// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelpersonalize.Samples;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.state.ChecksummedText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The ledger, where events cannot be deleted, and where there are more definitions than a project of the live service can have. */
class ContractLedgerTest extends LedgerRoutes {

    @Test
    void F60_aLedgerOfEarlierVersionsIsRead() {
        emulator().seed(PROJECT, later().replace(Samples.uid("a1"), "a1"));
        states.setState(key(), "{\"format\":1,\"projectUid\":\"p1\","
                + "\"sha256\":\"e880ba2f1d7ac7d71a346d304a7c144d76e57df96226faa76f74bcdfe419e180\"}"
                + "\t[{\"kind\":\"attribute\",\"key\":\"age\",\"uid\":\"a1\"},"
                + "{\"kind\":\"audience\",\"key\":\"Adults\",\"uid\":null}]");

        assertThatItIsPruned("age");
    }

    @Test
    void F59_anEventWhoseCreateWasLostAndThatIsFoundDifferentIsOurs() {
        emulator().script(Script.on("POST", "/events").then(Step.status(504)));
        time.duringNextSleep(() -> emulator().seed(PROJECT, """
                {"events": [{"uid": "c1", "key": "purchase", "name": "Bought"}]}"""));
        assertThat(apply(APPLY + "&failOn=none", "events: [{key: purchase, name: Purchase}]").items()).extracting("key", "outcome")
                .containsExactly(tuple("purchase", Outcome.CONFLICT));

        Plan plan = send("personalize:project?operation=plan&prune=owned&stateRepository=#states", other()).getMessage()
                .getBody(Plan.class);

        assertThat(plan.warnings()).containsExactly(
                "event \"purchase\" is not in the manifest and stays, because the service cannot delete events");
    }

    /** Of two kinds, because one list has at most 100 000 items. */
    @Test
    void F86_aLedgerOfMoreThanAHundredThousandEntriesIsReadBack() {
        int each = 50_001;
        component().getConfiguration().setMaxResponseSize("64MB");
        emulator().seed(PROJECT, "{\"attributes\": [%s], \"audiences\": [%s]}".formatted(
                numbered(each, "{\"uid\":\"a%1$d\",\"key\":\"k%1$d\",\"name\":\"N\",\"data_type\":\"string\"}"),
                numbered(each, "{\"uid\":\"b%1$d\",\"name\":\"n%1$d\"}")));
        states.setState(key(), ChecksummedText.of(1, Map.of("projectUid", PROJECT), List.of(
                Json.read("[" + numbered(each, "{\"kind\":\"attribute\",\"key\":\"k%1$d\",\"uid\":\"a%1$d\"}") + "]"),
                Json.read("[" + numbered(each, "{\"kind\":\"audience\",\"key\":\"n%1$d\",\"uid\":\"b%1$d\"}") + "]"))));

        BatchReport first = apply(APPLY, age());
        String stored = states.getState(key());
        BatchReport second = apply(APPLY, age());

        assertThat(first.counts()).isEqualTo(Map.of(Outcome.CREATED, 1L));
        assertThat(second.counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
        assertThat(stored).contains("\"k0\"", "\"k50000\"", "\"n0\"", "\"n50000\"", "\"age\"").isEqualTo(states.getState(key()));
    }

    @Test
    void F60_whenTheLedgerCannotBeWrittenWhatWasDeletedIsToldAndTheRestStays() {
        apply(APPLY, both() + "events: [{key: city, name: City}]");
        String adults = emulator().project(PROJECT).audience("Adults").path("uid").asText();
        states.writesLeft = 0;

        BatchReport report = apply(OWNED + "&failOn=none", "events: [{key: city, name: City}]");

        assertThat(report.items()).extracting("key", "uid", "outcome", "message").contains(
                tuple("Adults", adults, Outcome.DELETED, unwritable()),
                tuple("age", null, Outcome.BLOCKED, "not sent, because an item before it found the ledger unwritable"));
        states.writesLeft = Integer.MAX_VALUE;
        assertThat(apply(OWNED, "events: [{key: city, name: City}]").items()).extracting("key", "outcome")
                .containsExactly(tuple("city", Outcome.UNCHANGED), tuple("age", Outcome.DELETED));
    }

    private static String numbered(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(","));
    }
}
