// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.AtomicFileStateRepository;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.ItemResult;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.project.Referrers;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What a deletion must be sure of. */
class DeletionsTest extends EmulatedRoutes {

    private static final String PROJECT_OF_THREE = """
            {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"}],
             "audiences": [{"uid": "b1", "name": "Adults"}, {"uid": "b2", "name": "Teens"}],
             "experiences": [{"uid": "e1", "name": "A", "type": "AB_TEST"}, {"uid": "e2", "name": "B", "type": "AB_TEST"}]}""";

    private static final String RENAMED = """
            attributes: [{key: age, name: Age, data_type: number}]
            audiences:
              - {name: Grown-ups, rules: {attribute: "ref:attribute/agee"}}
              - {name: Teens}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"{}", "attributes: []", "priority: []", "priority: [\"ref:experience/A\"]", "onConflict: skip",
            "{\"priority\": [\"e1\"], \"audiences\": [], \"events\": []}"})
    void F80_F61_aManifestThatNamesNoDefinitionPrunesNothing(String manifest) {
        emulator().seed(PROJECT, PROJECT_OF_THREE);

        for (String prune : List.of("owned", "all")) {
            for (String operation : List.of("plan", "apply")) {
                assertThat(send("personalize:project?operation=" + operation + "&prune=" + prune, manifest).getException())
                        .isInstanceOf(PersonalizeRejectedException.class)
                        .hasMessage(
                                "project: the manifest names no definition, and prune=" + prune + " would delete all definitions that it"
                                        + " does not contain; add at least one definition, or set prune=none");
            }
        }
        assertThat(calls()).isEmpty();
    }

    @Test
    void F80_aManifestOfAnOrderAloneIsAppliedWithoutPrune() {
        emulator().seed(PROJECT, PROJECT_OF_THREE);

        assertThat(apply("", "priority: [\"ref:experience/B\"]").items()).extracting("kind", "outcome")
                .containsExactly(tuple("priority", Outcome.UPDATED));
        assertThat(emulator().project(PROJECT).priority()).containsExactly("e2", "e1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ref:experience/B", "e2"})
    void F80_whatTheOrderNamesIsNotPruned(String named) {
        emulator().seed(PROJECT, PROJECT_OF_THREE);

        BatchReport report = apply("&prune=all&failOn=none", """
                attributes: [{key: age, name: Age, data_type: number}]
                audiences: [{name: Adults}, {name: Teens}]
                priority: ["%s"]
                """.formatted(named));

        assertThat(report.items()).extracting("key", "outcome", "message").contains(tuple("A", Outcome.DELETED, null),
                tuple("B", Outcome.BLOCKED, "not deleted, because it is used by the order of experiences"));
        assertThat(emulator().project(PROJECT).experiences()).extracting(it -> it.path("name").asText()).containsExactly("B");
    }

    /** By a reference, by its uid, in a step that is skipped, and in one that is blocked for another reason. */
    @ParameterizedTest
    @ValueSource(strings = {"audiences: [{name: Teens, rules: {audience: 'ref:audience/Adults'}}]",
            "audiences: [{name: Teens, rules: {audience: b1}}]",
            "audiences: [{name: New, rules: {b1: true}}]",
            "audiences: [{name: Teens, rules: {audience: 'ref:audience/Adults'}}]\nonConflict: skip",
            "audiences: [{name: Teens, rules: {audience: 'ref:audience/Adults'}}]\nonConflict: fail",
            "audiences: [{name: Teens, rules: {all: [{audience: 'ref:audience/Adults'}, {audience: 'ref:audience/Nobody'}]}}]"})
    void F80_whatAnyReferenceNamesIsNotPruned(String manifest) {
        emulator().seed(PROJECT, PROJECT_OF_THREE);

        BatchReport report = apply("&prune=all&pruneWhenBlocked=true&failOn=none", manifest);

        assertThat(report.items()).filteredOn(item -> "Adults".equals(item.key())).singleElement()
                .satisfies(item -> assertThat(item.message()).startsWith("not deleted, because it is used by audience \""));
        assertThat(emulator().project(PROJECT).audiences()).extracting(it -> it.path("name").asText()).contains("Adults");
    }

    @Test
    void F81_aRenameWithAMistypedReferenceDoesNotCostTheAudience() {
        emulator().seed(PROJECT, PROJECT_OF_THREE);

        Plan plan = plan("&prune=all", RENAMED);
        BatchReport report = apply("&prune=all&failOn=none", RENAMED);

        String why = "not deleted, because audience \"Grown-ups\" is blocked (pruneWhenBlocked=false)";
        assertThat(plan.steps()).extracting("key", "action", "reason").contains(tuple("Adults", Action.BLOCKED, why),
                tuple("A", Action.BLOCKED, why), tuple("B", Action.BLOCKED, why)).doesNotContain(tuple("Adults", Action.DELETE, why));
        assertThat(report.items()).extracting("key", "outcome", "message").contains(tuple("Adults", Outcome.BLOCKED, why));
        assertThat(calls()).allSatisfy(call -> assertThat(call).startsWith("GET "));
    }

    @Test
    void F81_toldSoAloudItDeletesAllTheSame() {
        emulator().seed(PROJECT, PROJECT_OF_THREE);

        BatchReport report = apply("&prune=all&pruneWhenBlocked=true&failOn=none", RENAMED);

        assertThat(report.items()).extracting("key", "outcome").contains(tuple("Grown-ups", Outcome.BLOCKED),
                tuple("Adults", Outcome.DELETED));
    }

    @Test
    void F81_anOrderThatIsBlockedHoldsDeletionsBackToo() {
        emulator().seed(PROJECT, PROJECT_OF_THREE);

        Plan plan = plan("&prune=all", "audiences: [{name: Adults}]\npriority: ['ref:experience/C']");

        assertThat(plan.counts().get(Action.DELETE)).isZero();
        assertThat(plan.steps()).extracting("key", "reason")
                .contains(tuple("Teens", "not deleted, because the order of experiences is blocked (pruneWhenBlocked=false)"));
    }

    @ParameterizedTest
    @CsvSource({"422, REJECTED", "404, CONFLICT"})
    void F81_aStepThatFailsHoldsDeletionsBackToo(int status, Outcome outcome) {
        emulator().seed(PROJECT, PROJECT_OF_THREE);
        emulator().script(Script.on("PUT", "/audiences/b2").then(Step.status(status)));

        BatchReport report = apply("&prune=all&failOn=none", "audiences: [{name: Teens, description: Young}]");

        assertThat(report.items()).extracting("key", "outcome", "message").contains(
                tuple("Adults", Outcome.BLOCKED, "not deleted, because audience \"Teens\" failed (pruneWhenBlocked=false)"),
                tuple("age", Outcome.BLOCKED, "not deleted, because audience \"Teens\" failed (pruneWhenBlocked=false)"));
        assertThat(report.items().get(0).outcome()).isEqualTo(outcome);
        assertThat(calls()).noneMatch(call -> call.startsWith("DELETE"));
    }

    /** A plan that was made with pruneWhenBlocked, and one whose steps somebody has put in another order. */
    @Test
    void F81_aSavedPlanDoesNotSayWhetherDeletionsMayFollowABlockedStep() {
        emulator().seed(PROJECT, PROJECT_OF_THREE);
        Plan plan = plan("&prune=all&pruneWhenBlocked=true", RENAMED);
        var backwards = new ArrayList<>(plan.steps());
        Collections.reverse(backwards);

        for (Plan saved : List.of(plan, new Plan(PROJECT, backwards, plan.priority(), List.of()))) {
            BatchReport report = report(send("personalize:project?operation=apply&prune=all&failOn=none", saved.toJson().toString()));

            assertThat(report.items()).extracting("key", "outcome", "message").contains(tuple("Adults", Outcome.BLOCKED,
                    "not deleted, because audience \"Grown-ups\" is blocked (pruneWhenBlocked=false)"));
        }
        assertThat(calls()).noneMatch(call -> call.startsWith("DELETE"));
    }

    @Test
    void F81_whatIsStillUsedHoldsNoOtherDeletionBack() {
        emulator().seed(PROJECT, PROJECT_OF_THREE);

        BatchReport report = apply("&prune=all&failOn=none", "audiences: [{name: Adults, rules: {attribute: age}}]");

        assertThat(report.items()).extracting("key", "outcome").contains(tuple("age", Outcome.BLOCKED), tuple("Teens", Outcome.DELETED));
    }

    @Test
    void F84_anEndpointThatDeletesNothingRefusesAPlanThatDeletes() {
        emulator().seed(PROJECT, PROJECT_OF_THREE);
        Plan plan = plan("&prune=all", "audiences: [{name: Adults}, {name: New}]");
        emulator().clearRequests();

        for (Object body : List.of(plan, plan.toJson(), plan.toJson().toString(), plan.toJson().toString().getBytes())) {
            assertThat(send("personalize:project?operation=apply", body).getException()).isInstanceOf(PersonalizeRejectedException.class)
                    .hasMessage("project: the plan deletes 4 definitions, and prune=none allows no deletion; nothing was sent: look at the"
                            + " plan, and set prune=owned or prune=all if it is right");
        }
        assertThat(calls()).isEmpty();
    }

    @Test
    void F84_anEndpointThatDeletesWhatIsOwnedAsksItsLedger() {
        apply("", "attributes: [{key: ours, name: Ours, data_type: string}]");
        send("personalize:attributes?operation=create", "{\"key\": \"theirs\", \"name\": \"Theirs\", \"data_type\": \"string\"}");
        Plan plan = plan("&prune=all", "attributes: [{key: age, name: Age, data_type: number}]");

        BatchReport report = report(send("personalize:project?operation=apply&prune=owned&failOn=none", plan.toJson().toString()));

        assertThat(report.items()).extracting("key", "outcome", "message").containsExactly(tuple("age", Outcome.CREATED, null),
                tuple("ours", Outcome.DELETED, null), tuple("theirs", Outcome.BLOCKED,
                        "not deleted, because no apply of the owner \"default\" has created it (prune=owned)"));
    }

    @Test
    void F84_noPlanDeletesWhatIsNotTheProjectsOwn() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "country", "name": "Country", "data_type": "string", "__type": "PRESET"}]}""");
        String plan = """
                {"formatVersion": 1, "projectUid": "p1", "steps": [
                  {"action": "DELETE", "kind": "attribute", "key": "country", "uid": "a1", "before": %s}]}"""
                .formatted(emulator().project(PROJECT).attribute("country"));

        BatchReport report = report(send("personalize:project?operation=apply&prune=all&failOn=none", plan));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(tuple(Outcome.BLOCKED,
                "not deleted, because it is not the project's own: a preset, which every project has"));
    }

    @Test
    void F85_aSecondManifestDoesNotPruneWhatTheFirstOneOwns() {
        String web = "attributes: [{key: web, name: Web, data_type: string}, {key: both, name: Both, data_type: string}]";
        String app = "attributes: [{key: app, name: App, data_type: string}, {key: both, name: Both, data_type: string}]";
        apply("&owner=web&prune=owned", web);
        apply("&owner=app&prune=owned", app);

        BatchReport report = apply("&owner=app&prune=owned", "attributes: [{key: other, name: Other, data_type: string}]");
        BatchReport nobody = apply("&prune=owned", "attributes: [{key: other, name: Other, data_type: string}]");

        assertThat(report.items()).extracting("key", "outcome").containsExactly(tuple("other", Outcome.CREATED),
                tuple("app", Outcome.DELETED));
        assertThat(nobody.items()).extracting("key", "outcome").containsExactly(tuple("other", Outcome.UNCHANGED));
        assertThat(apply("&owner=web&prune=owned", "attributes: [{key: other, name: Other, data_type: string}]").items())
                .extracting("key", "outcome").contains(tuple("web", Outcome.DELETED), tuple("both", Outcome.DELETED));
    }

    @Test
    void F85_aPlanOfOneOwnerDeletesNothingForAnother() {
        apply("&owner=web", "attributes: [{key: web, name: Web, data_type: string}]");
        Plan plan = plan("&owner=web&prune=owned", "attributes: [{key: app, name: App, data_type: string}]");

        BatchReport report = report(send("personalize:project?operation=apply&owner=app&prune=owned&failOn=none", plan));

        assertThat(report.items()).extracting("key", "message").contains(
                tuple("web", "not deleted, because no apply of the owner \"app\" has created it (prune=owned)"));
    }

    /** One endpoint, several with one repository, and several with repositories of their own in one folder. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void F85_appliesAtOnceLoseNothingOfTheLedger(int way) throws Exception {
        int applies = 6;
        for (int i = 0; i < applies; i++) {
            context.getRegistry().bind("states" + i, new AtomicFileStateRepository(folder.toString()));
        }
        List<String> uris = IntStream.range(0, applies).mapToObj(i -> switch (way) {
            case 1 -> "&stateRepository=#states0";
            case 2 -> "&stateRepository=#states0&maxDeletes=" + (100 + i);
            default -> "&stateRepository=#states" + i + "&owner=default";
        }).toList();

        allAtOnce(IntStream.range(0, applies).mapToObj(i -> (Callable<BatchReport>) () -> apply(uris.get(i), attributes(i))).toList());

        BatchReport report = apply("&stateRepository=#states0&prune=owned&maxDeletes=100", "events: [{key: e, name: E}]");
        assertThat(report.counts()).containsEntry(Outcome.DELETED, 5L * applies);
        assertThat(emulator().project(PROJECT).attributes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "x;y"})
    void anOwnerIsANameAndIsCheckedAtStart(String owner) {
        component().getConfiguration().setOwner(owner);

        assertThatThrownBy(() -> send("personalize:project?operation=apply", "{}")).hasStackTraceContaining(
                "the option owner must be 1 to 100 letters, digits, blanks or characters of \"-_.:/@\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"attribute\": \"age\"}", "{\"all\": [{\"age\": {\"min\": 18}}]}", "{\"of\": \"ref:attribute/age\"}",
            "{\"a1\": 18}", "{\"is\": [[\"a1\"]]}", "{\"ref:attribute/age\": 18}"})
    void F87_whatRulesMentionInAnyFormIsUsed(String rules) {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"}],
                 "audiences": [{"uid": "b1", "name": "Adults", "rules": %s}]}""".formatted(rules));
        String others = "audiences: [{name: Adults}]";

        BatchReport pruned = apply("&prune=all&failOn=none", others);
        Exchange tombstone = send("personalize:attributes?operation=upsert&tombstone=delete&failOn=none", List.of(record("age")));

        assertThat(pruned.items()).extracting("key", "message")
                .contains(tuple("age", "not deleted, because it is used by audience \"Adults\""));
        assertThat(report(tombstone).items()).extracting(ItemResult::message)
                .containsExactly("not deleted, because it is used by audience \"Adults\"; change those first");
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\": \"buy\"}", "{\"buy\": 3}", "{\"event\": \"c1\"}", "{\"c1\": 1}", "{\"x\": \"ref:event/buy\"}"})
    void F87_soAreEvents(String rules) {
        JsonNode event = json("{\"uid\": \"c1\", \"key\": \"buy\", \"name\": \"Buy\"}");

        assertThat(Referrers.refers(Dialect.CONTRACT, json("{\"rules\": " + rules + "}"),
                Resource.events, event)).isTrue();
        assertThat(Referrers.refers(Dialect.CONTRACT, json("{\"rules\": {\"event\": \"buys\", \"c\": 1}, \"name\": \"buy\"}"),
                Resource.events, event)).isFalse();
    }

    private static Exchange record(String key) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("kafka.KEY", key);
        exchange.getMessage().setHeader("kafka.TOPIC", "attributes");
        return exchange;
    }

    private static String attributes(int i) {
        StringBuilder manifest = new StringBuilder("attributes:\n");
        for (int k = 0; k < 5; k++) {
            manifest.append("  - {key: k").append(i).append('_').append(k).append(", name: N, data_type: string}\n");
        }
        return manifest.toString();
    }

    private static <T> void allAtOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<T> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private BatchReport apply(String options, String manifest) {
        return report(send("personalize:project?operation=apply" + options, manifest));
    }

    private Plan plan(String options, String manifest) {
        Exchange exchange = send("personalize:project?operation=plan" + options, manifest);
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange.getMessage().getBody(Plan.class);
    }

    private static BatchReport report(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange.getMessage().getBody(BatchReport.class);
    }
}
