// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Change;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What people read in a plan is what apply does, at once or later. */
class PlanIsWhatApplyDoesTest extends EmulatedRoutes {

    private static final String HERO = """
            {"audiences": [{"uid": "b1", "name": "Adults"}, {"uid": "b2", "name": "Teens"}],
             "experiences": [{"uid": "e1", "name": "Hero", "type": "SEGMENTED", "status": "ACTIVE", "created_at": "then", "owner": "me",
               "variants": [{"uid": "v1", "name": "A", "audience_uid": "b1"}, {"uid": "v2", "name": "B", "traffic_percentage": 100}]}]}""";

    private static final String ORDERED = """
            {"experiences": [{"uid": "e1", "name": "A", "type": "AB_TEST"}, {"uid": "e2", "name": "B", "type": "AB_TEST"},
                             {"uid": "e3", "name": "C", "type": "AB_TEST"}], "priority": ["e1", "e2", "e3"]}""";

    @Test
    void F82_theUidsOfVariantsThatStayAreNotShownAsRemoved() {
        emulator().seed(PROJECT, HERO);

        Plan plan = plan("", """
                experiences:
                  - name: Hero
                    type: SEGMENTED
                    variants:
                      - {name: A, audience_uid: "ref:audience/Adults"}
                      - {name: B, audience_uid: "ref:audience/Teens"}
                      - {name: C, traffic_percentage: 100}
                """);

        Change change = plan.steps().get(0).changes().get(0);
        assertThat(plan.steps().get(0).changes()).hasSize(1);
        assertThat(change.pointer()).isEqualTo("/variants");
        assertThat(change.after()).isEqualTo(json("""
                [{"uid": "v1", "name": "A", "audience_uid": "b1"}, {"uid": "v2", "name": "B", "audience_uid": "ref:audience/Teens"},
                 {"name": "C", "traffic_percentage": 100}]"""));
        assertThat(plan.toText()).contains("+     \"audience_uid\": \"ref:audience/Teens\"")
                .doesNotContainPattern("(?m)^ *- ");
    }

    /** Of an update that removes a percentage, one that changes the order of variants, and one that renames one. */
    @ParameterizedTest
    @ValueSource(strings = {"[{name: A, audience_uid: b1}, {name: B, audience_uid: 'ref:audience/Teens'}]",
            "[{name: B, traffic_percentage: 100}, {name: A, audience_uid: 'ref:audience/Adults'}]",
            "[{name: A, audience_uid: b2}, {name: Z, traffic_percentage: 100}]", "[{name: A, audience_uid: b1}]",
            "[{name: A, audience_uid: b1, note: null}, {name: B, traffic_percentage: 100, more: {x: [1, 2]}}]"})
    void F82_theChangesOfAPlanAreTheDifferenceOfWhatIsThereAndWhatIsSent(String variants) {
        emulator().seed(PROJECT, HERO);
        String manifest = "experiences: [{name: Hero, type: SEGMENTED, extra: 1.50, variants: " + variants + "}]";
        JsonNode before = emulator().project(PROJECT).experience("Hero");

        Plan plan = plan("", manifest);
        apply("", manifest);

        JsonNode sent = Json.read(emulator().requests("PUT", "/experiences/e1").get(0).body());
        assertThat(plan.steps()).singleElement().satisfies(step -> {
            JsonNode replayed = Changes.replayed(before, step.changes(), Map.of("ref:audience/Teens", "b2", "ref:audience/Adults", "b1"));
            assertThat(Changes.without(replayed, "uid", "created_at", "updated_at")).hasToString(sent.toString());
        });
    }

    @Test
    void F82_anOrderThatWillNotBeWrittenIsNotCounted() {
        emulator().seed(PROJECT, ORDERED);
        String manifest = """
                experiences: [{name: D, type: AB_TEST, variants: [{name: V, traffic_percentage: 100}]}]
                priority: ["ref:experience/A", "ref:experience/B", "ref:experience/C", "ref:experience/D"]
                """;

        Plan plan = plan("", manifest);
        BatchReport report = apply("", manifest);

        assertThat(plan.counts()).containsEntry(Action.UPDATE, 0).containsEntry(Action.CREATE, 1);
        assertThat(report.items()).extracting("kind", "outcome").containsExactly(tuple("experience", Outcome.CREATED),
                tuple("priority", Outcome.UNCHANGED));
        assertThat(calls()).noneMatch(call -> call.equals("PUT /experiences/priority"));
    }

    @Test
    void F82_whatTheManifestDoesNotNameKeepsItsPlaceAndIsNotShownAsLeavingIt() {
        emulator().seed(PROJECT, ORDERED);

        Plan plan = plan("", "priority: [\"ref:experience/C\", e1]");
        apply("", "priority: [\"ref:experience/C\", e1]");

        for (String shown : List.of(plan.toText(), plan.toMarkdown())) {
            assertThat(shown).contains("1. C (was 3)", "2. A (was 1)", "3. B (was 2)").doesNotContain("- B", "- A");
        }
        assertThat(plan.toHtml()).contains("3. B (was 2)").doesNotContain("<div class=\"removed\">");
        assertThat(emulator().project(PROJECT).priority()).containsExactly("e3", "e1", "e2");
    }

    @Test
    void F82_whatIsDeletedLeavesNoGapInTheOrder() {
        emulator().seed(PROJECT, ORDERED);
        String manifest = "experiences: [{name: A, type: AB_TEST}, {name: C, type: AB_TEST}]\npriority: ['ref:experience/A', 'ref:experience/C']";

        Plan plan = plan("&prune=all", manifest);
        BatchReport report = apply("&prune=all", manifest);

        assertThat(plan.priority()).get().extracting("action", "before").containsExactly(Action.UNCHANGED, List.of("e1", "e3"));
        assertThat(report.items()).extracting("key", "outcome").contains(tuple("B", Outcome.DELETED), tuple(null, Outcome.UNCHANGED));
    }

    @Test
    void F82_F61_aPlanItselfSaysThatApplyRefusesItForItsDeletions() {
        emulator().seed(PROJECT, ORDERED);
        String manifest = "audiences: [{name: Adults}]";

        Plan plan = plan("&prune=all&maxDeletes=2", manifest);
        Exchange applied = send("personalize:project?operation=apply&prune=all&maxDeletes=2", manifest);
        Exchange saved = send("personalize:project?operation=apply&prune=all&maxDeletes=2", plan.toJson().toString());

        String why = "the plan deletes 3 definitions, more than maxDeletes=2";
        assertThat(plan.refusal()).hasValue(why + ", so apply refuses it; look at it, and raise maxDeletes if it is right");
        assertThat(Plan.of(plan.toJson()).refusal()).isEqualTo(plan.refusal());
        for (String shown : List.of(plan.toText().replaceAll("\\s+", " "), plan.toMarkdown(), plan.toHtml(), plan.toJson().toString())) {
            assertThat(shown).contains(why);
        }
        for (Exchange refused : List.of(applied, saved)) {
            assertThat(refused.getException()).isInstanceOf(PersonalizeRejectedException.class)
                    .hasMessage("project: " + why + "; nothing was sent: look at the plan, and raise maxDeletes if it is right");
        }
        assertThat(plan("&prune=all&maxDeletes=3", manifest).refusal()).isEmpty();
        assertThat(report(send("personalize:project?operation=apply&prune=all&maxDeletes=3", plan)).counts())
                .containsEntry(Outcome.DELETED, 3L);
    }

    @Test
    void F82_deletionsComeFirstAndAreOpen() {
        emulator().seed(PROJECT, ORDERED);

        Plan plan = plan("&prune=all", "attributes: [{key: a, name: A, data_type: string}]");

        for (String shown : List.of(plan.toText(), plan.toMarkdown(), plan.toHtml())) {
            assertThat(shown.indexOf("Experiences to delete")).isPositive();
            assertThat(shown.lastIndexOf("Attributes")).isGreaterThan(shown.lastIndexOf("Experiences to delete"));
        }
        assertThat(plan.toMarkdown()).contains("<details open><summary><b>delete</b> experience <code>A</code>");
        assertThat(plan.toHtml()).contains("data-action=\"delete\" open>").doesNotContain("data-action=\"delete\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "updated_at", "createdAt", "updatedAt", "createdBy", "updatedBy", "createdByUserName",
            "updatedByUserName",
            "activatedAt", "activatedBy", "activatedByUserName", "project", "_id", "_cms"})
    void F82_aDeletionShowsWhatIsLostAndNotWhoWroteItWhen(String audit) {
        emulator().seed(PROJECT, "{\"attributes\": [{\"uid\": \"a1\", \"key\": \"size\", \"name\": \"Size\", \"" + audit + "\": \"noise\"},"
                + " {\"uid\": \"a2\", \"key\": \"age\", \"name\": \"Age\"}]}");

        Plan plan = plan("&prune=all", "attributes: [{key: age, name: Age, data_type: number}]");

        for (String shown : List.of(plan.toText(), plan.toMarkdown(), plan.toHtml())) {
            assertThat(shown).contains("Size").doesNotContain("noise", audit + ":");
        }
        assertThat(plan.toJson().toString()).contains("\"" + audit + "\":\"noise\"");
    }

    @Test
    void F83_aStepWithAUidIsComparedByUidWhateverBearsTheNameNow() {
        emulator().seed(PROJECT,
                """
                        {"audiences": [{"uid": "b1", "name": "Adults", "created_at": "then"}, {"uid": "b2", "name": "Teens", "created_at": "then"}]}""");
        Plan plan = plan("&prune=all", "audiences: [{name: Adults, description: Of age}]");
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "b1", "name": "Grown-ups", "created_at": "then"}, {"uid": "b3", "name": "Adults"},
                               {"uid": "b4", "name": "Adults"}, {"uid": "b5", "name": "Teens"},
                               {"uid": "b2", "name": "Teens", "description": "Mine", "created_at": "then"}]}""");
        emulator().clearRequests();

        BatchReport report = report(send("personalize:project?operation=apply&prune=all&failOn=none", plan));

        assertThat(report.items()).extracting("key", "outcome", "message").containsExactly(
                tuple("Adults", Outcome.CONFLICT,
                        "it was changed since the plan was made, in /name; nothing was sent for it: make a new plan,"
                                + " and look at it"),
                tuple("Teens", Outcome.CONFLICT,
                        "it was changed since the plan was made, in /description; nothing was sent for it: make a new"
                                + " plan, and look at it"));
        assertThat(calls()).containsExactly("GET /audiences");
    }

    @Test
    void F83_ofTwinsTheOneThatThePlanNamesIsDeleted() {
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "b1", "name": "Adults", "created_at": "then"},
                               {"uid": "b2", "name": "Adults", "x": 1, "created_at": "then"}]}""");
        Plan plan = plan("&prune=all", "attributes: [{key: a, name: A, data_type: string}]");
        emulator().seed(PROJECT, """
                {"audiences": [{"uid": "b1", "name": "Adults", "x": 2, "created_at": "then"},
                               {"uid": "b2", "name": "Adults", "x": 1, "created_at": "then"}]}""");

        BatchReport report = report(send("personalize:project?operation=apply&prune=all&failOn=none", plan));

        assertThat(report.items()).extracting("uid", "outcome").contains(tuple("b2", Outcome.DELETED))
                .doesNotContain(tuple("b1", Outcome.DELETED));
        assertThat(emulator().project(PROJECT).audiences()).extracting(it -> it.path("uid").asText()).containsExactly("b1");
    }

    @ParameterizedTest
    @CsvSource({"e2 e1 e3, CONFLICT", "e3 e1 e2, UNCHANGED", "e1 e2 e3, UPDATED", "e1 e2 e3 e4, CONFLICT", "e1 e3, CONFLICT"})
    void F83_F62_theOrderOfPriorityHasDriftToo(String now, Outcome outcome) {
        emulator().seed(PROJECT, ORDERED);
        Plan plan = plan("", "priority: [\"ref:experience/C\", \"ref:experience/A\"]");
        Map<String, String> names = Map.of("e1", "A", "e2", "B", "e3", "C", "e4", "D");
        String experiences = Stream.of(now.split(" ")).map(uid -> "{\"uid\": \"%s\", \"name\": \"%s\"}".formatted(uid, names.get(uid)))
                .collect(Collectors.joining(", "));
        emulator().seed(PROJECT, "{\"experiences\": [%s], \"priority\": [\"%s\"]}".formatted(experiences, now.replace(" ", "\", \"")));
        emulator().clearRequests();

        BatchReport report = report(send("personalize:project?operation=apply&failOn=none", plan.toJson().toString()));

        assertThat(report.items()).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(outcome);
            if (outcome == Outcome.CONFLICT) {
                assertThat(item.message()).isEqualTo(
                        "it was changed since the plan was made; nothing was sent for it: make a new plan, and look at it");
            }
        });
        assertThat(calls().contains("PUT /experiences/priority")).isEqualTo(outcome == Outcome.UPDATED);
    }

    @Test
    void F83_aPlanThatWasAppliedInPartIsContinued() {
        emulator().seed(PROJECT, ORDERED);
        Plan plan = plan("&prune=all", """
                experiences:
                  - {name: D, type: AB_TEST, variants: [{name: V, traffic_percentage: 100}]}
                  - {name: A, type: AB_TEST}
                priority: ["ref:experience/D", "ref:experience/A"]
                """);
        send("personalize:experiences?operation=create", """
                {"name": "D", "type": "AB_TEST", "variants": [{"name": "V", "traffic_percentage": 100}]}""");
        send("personalize:experiences?operation=delete&uid=e2", null);

        BatchReport report = report(send("personalize:project?operation=apply&prune=all&failOn=none", plan));

        assertThat(report.items()).extracting("key", "outcome").containsExactlyInAnyOrder(tuple("D", Outcome.UNCHANGED),
                tuple("A", Outcome.UNCHANGED), tuple("B", Outcome.UNCHANGED), tuple("C", Outcome.DELETED), tuple(null, Outcome.UPDATED));
        assertThat(emulator().project(PROJECT).experiences()).extracting(it -> it.path("name").asText()).containsExactlyInAnyOrder("D",
                "A");
    }

    @Test
    void F83_aForgedPlanIsRejectedBeforeAnythingIsSent() {
        emulator().seed(PROJECT, HERO);
        Plan plan = plan("&prune=all", "attributes: [{key: a, name: A, data_type: string}]");
        emulator().clearRequests();

        for (String forged : List.of(plan.toJson().toString().replaceFirst("\"uid\":\"b1\"", "\"uid\":\"b2\""),
                plan.toJson().toString().replaceFirst("\"key\":\"Adults\"", "\"key\":\"Nobody\""),
                plan.toJson().toString().replaceAll("\"uid\":\"b1\"", "\"uid\":\"..\""))) {
            assertThat(send("personalize:project?operation=apply&prune=all", forged).getException())
                    .isInstanceOf(PersonalizeRejectedException.class);
        }
        assertThat(calls()).isEmpty();
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
