// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelpersonalize.EmulatedRoutes;
import io.github.camelpersonalize.PersonalizeRejectedException;
import io.github.camelpersonalize.PersonalizeUnavailableException;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ProjectTest extends EmulatedRoutes {

    private static final String MANIFEST = """
            priority: ["ref:experience/Home page hero"]
            experiences:
              - name: Home page hero
                type: SEGMENTED
                variants:
                  - {name: Grown up, audience_uid: "ref:audience/Adults"}
            audiences:
              - name: Adults
                rules: {all: [{attribute: age, at_least: 18}, {audience: "ref:audience/People"}]}
              - name: People
            attributes:
              - {key: age, name: Age, data_type: number}
            events:
              - {key: purchase, name: Purchase}
            """;

    private static final String THREE = """
            {"experiences": [{"uid": "e1", "name": "A"}, {"uid": "e2", "name": "B"}, {"uid": "e3", "name": "C"}]}""";

    @Test
    void applyMakesEverythingInDependencyOrderWithTheUidsInPlace() {
        BatchReport report = apply(MANIFEST);

        assertThat(report.items()).extracting("kind", "key", "outcome").containsExactly(
                tuple("attribute", "age", Outcome.CREATED), tuple("event", "purchase", Outcome.CREATED),
                tuple("audience", "People", Outcome.CREATED), tuple("audience", "Adults", Outcome.CREATED),
                tuple("experience", "Home page hero", Outcome.CREATED), tuple("priority", null, Outcome.UNCHANGED));
        assertThat(calls()).containsExactly("GET /attributes", "GET /audiences", "GET /events", "GET /experiences",
                "GET /experiences/priority",
                "POST /attributes", "POST /events", "POST /audiences", "POST /audiences", "POST /experiences", "GET /experiences/priority");
        String adults = emulator().project(PROJECT).audience("Adults").path("uid").asText();
        assertThat(emulator().project(PROJECT).experience("Home page hero").at("/variants/0/audience_uid").asText()).isEqualTo(adults);
        assertThat(emulator().project(PROJECT).audience("Adults").at("/rules/all/1/audience").asText())
                .isEqualTo(emulator().project(PROJECT).audience("People").path("uid").asText());
    }

    @Test
    void aSecondApplyWritesNothing() {
        apply(MANIFEST);
        emulator().clearRequests();

        BatchReport report = apply(MANIFEST);

        assertThat(report.counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 6L));
        assertThat(calls()).allSatisfy(call -> assertThat(call).startsWith("GET "));
    }

    @Test
    void planSendsNoWriteAndTellsWhatApplyWouldDo() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Alter", "data_type": "number"}],
                 "events": [{"uid": "c1", "key": "purchase", "name": "Purchase"}]}""");

        Plan plan = plan("personalize:project?operation=plan", MANIFEST);

        assertThat(plan.steps()).extracting("action", "key").containsExactly(tuple(Action.UPDATE, "age"),
                tuple(Action.UNCHANGED, "purchase"),
                tuple(Action.CREATE, "People"), tuple(Action.CREATE, "Adults"), tuple(Action.CREATE, "Home page hero"));
        assertThat(plan.steps().get(0).changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("/name");
            assertThat(change.before().textValue()).isEqualTo("Alter");
            assertThat(change.after().textValue()).isEqualTo("Age");
        });
        assertThat(calls()).allSatisfy(call -> assertThat(call).startsWith("GET "));
    }

    @Test
    void aPlanIsTextMarkdownHtmlAndJson() {
        Exchange exchange = send("personalize:project?operation=plan", MANIFEST);

        assertThat(exchange.getMessage().getBody(String.class)).contains("5 to create");
        assertThat(exchange.getMessage().getBody(Plan.class).toMarkdown()).contains("Home page hero");
        assertThat(exchange.getMessage().getBody(Plan.class).toHtml()).startsWith("<!DOCTYPE html>");
        assertThat(json(new String(exchange.getMessage().getBody(byte[].class))).path("projectUid").asText()).isEqualTo(PROJECT);
    }

    @Test
    void aPlanCanBeAppliedLater() {
        Plan plan = plan("personalize:project?operation=plan", MANIFEST);

        BatchReport report = report(send("personalize:project?operation=apply", plan.toJson().toString()));

        assertThat(report.counts()).isEqualTo(Map.of(Outcome.CREATED, 5L, Outcome.UNCHANGED, 1L));
    }

    @Test
    void F62_whatOthersHaveChangedSinceThePlanIsReportedAndNotOverwritten() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Alter", "data_type": "number", "created_at": "then"},
                                {"uid": "a2", "key": "city", "name": "City", "data_type": "string", "created_at": "then"}]}""");
        Plan plan = plan("personalize:project?operation=plan&prune=all", """
                attributes:
                  - {key: age, name: Age, data_type: number}
                  - {key: plan, name: Plan, data_type: string}
                """);
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Âge", "data_type": "number", "created_at": "then"},
                                {"uid": "a2", "key": "city", "name": "Town", "data_type": "string", "created_at": "then"},
                                {"uid": "a3", "key": "plan", "name": "Tariff", "data_type": "string", "created_at": "then"}]}""");
        emulator().clearRequests();

        BatchReport report = report(send("personalize:project?operation=apply&prune=all&failOn=none", plan));

        assertThat(report.items()).extracting("key", "outcome", "message").containsExactly(
                tuple("age", Outcome.CONFLICT, "it was changed since the plan was made, in /name; nothing was sent for it: make a new plan,"
                        + " and look at it"),
                tuple("plan", Outcome.CONFLICT,
                        "it was created by others since the plan was made (uid a3); nothing was sent for it: make a new"
                                + " plan, and look at it"),
                tuple("city", Outcome.CONFLICT,
                        "it was changed since the plan was made, in /name; nothing was sent for it: make a new plan,"
                                + " and look at it"));
        assertThat(calls()).containsExactly("GET /attributes");
    }

    @Test
    void F62_whatOthersDeleteWhileItIsUpdatedIsReportedAndNotMadeAnew() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Alter", "data_type": "number"}]}""");
        emulator().script(Script.on("PUT", "/attributes/a1").then(Step.status(404)));

        BatchReport report = report(send("personalize:project?operation=apply&failOn=none", """
                attributes: [{key: age, name: Age, data_type: number}]
                audiences: [{name: Adults, rules: {attribute: age}}]
                """));

        assertThat(report.items()).extracting("key", "outcome", "message").containsExactly(
                tuple("age", Outcome.CONFLICT,
                        "it was deleted since the plan was made, and is not created again: make a new plan, and look at it"),
                tuple("Adults", Outcome.BLOCKED, "not sent, because it refers to attribute \"age\", which failed"));
        assertThat(calls()).containsExactly("GET /attributes", "GET /audiences", "PUT /attributes/a1");
    }

    /** A create whose answer is lost takes a while, and reads the list again. */
    @Test
    void F62_whatOthersDeleteBeforeItIsUpdatedIsReportedAndNotMadeAnew() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "city", "name": "Stadt", "data_type": "string"}]}""");
        emulator().script(Script.on("POST", "/attributes").then(Step.status(504)));
        time.duringNextSleep(() -> emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a2", "key": "age", "name": "Age", "data_type": "number"}]}"""));

        BatchReport report = report(send("personalize:project?operation=apply&failOn=none", """
                attributes: [{key: age, name: Age, data_type: number}, {key: city, name: City, data_type: string}]
                """));

        assertThat(report.items()).extracting("key", "outcome", "message").containsExactly(tuple("age", Outcome.ADOPTED, null),
                tuple("city", Outcome.CONFLICT,
                        "it was deleted since the plan was made, and is not created again: make a new plan, and look at it"));
        assertThat(calls()).containsExactly("GET /attributes", "POST /attributes", "GET /attributes");
    }

    @Test
    void aPlanOfAnotherProjectIsRefused() {
        Plan plan = plan("personalize:project?operation=plan&projectUid=p2", MANIFEST);

        Exchange exchange = send("personalize:project?operation=apply", plan);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("project: the plan is for project \"p2\","
                        + " not for project \"p1\"; make a plan for this project");
    }

    @Test
    void faultsOfAManifestAreToldAllAtOnceWithTheirPlacesAndNothingIsSent() {
        Exchange exchange = send("personalize:project?operation=apply", """
                attributes:
                  - {key: age, name: Age, data_type: int}
                  - {name: City, data_type: string}
                """, Map.of("CamelFileNameOnly", "project.yaml"));

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class).hasMessage("project: project.yaml:2:38:"
                + " /attributes/0/data_type must be one of string, number, boolean, date; it is \"int\";"
                + " project.yaml:3:5: /attributes/1/key is missing");
        assertThat(calls()).isEmpty();
    }

    @Test
    void theFilesOfAFolderAreOneManifestAndEachFaultNamesItsFile(@TempDir Path folder) throws Exception {
        Path attributes = Files.writeString(folder.resolve("attributes.yaml"), "attributes:\n  - {key: age, name: Age, data_type: int}\n");
        Path audiences = Files.writeString(folder.resolve("audiences.yaml"), "audiences:\n  - {name: Adults, rules: {attribute: age}}\n");

        Exchange wrong = send("personalize:project?operation=apply", List.of(attributes, audiences));
        Files.writeString(attributes, "attributes:\n  - {key: age, name: Age, data_type: number}\n");
        Exchange right = send("personalize:project?operation=apply", List.of(attributes.toFile(), audiences.toFile()));

        assertThat(wrong.getException())
                .hasMessage("project: attributes.yaml:2:38: /attributes/0/data_type must be one of string, number, boolean, date;"
                        + " it is \"int\"");
        assertThat(report(right).items()).extracting(item -> item.coordinates() + " " + item.outcome())
                .containsExactly("attributes.yaml:2 CREATED", "audiences.yaml:2 CREATED");
    }

    @Test
    void whatTwoFilesDefineIsAFault(@TempDir Path folder) throws Exception {
        Path one = Files.writeString(folder.resolve("one.yaml"), "events:\n  - {key: purchase, name: Purchase}\npriority: []\n");
        Path two = Files.writeString(folder.resolve("two.yaml"), "events:\n  - {key: purchase, name: Bought}\npriority: []\n");

        Exchange exchange = send("personalize:project?operation=plan", List.of(one, two));

        assertThat(exchange.getException()).hasMessage("project: two.yaml:2:5: \"purchase\" is also the key of the event at one.yaml:2:5;"
                + " remove one of them; two.yaml:3:11: /priority is also set at one.yaml:3:11; remove one of them");
        assertThat(calls()).isEmpty();
    }

    @Test
    void F22_whatRefersToNothingIsBlockedAndSoIsWhatDependsOnIt() {
        BatchReport report = report(send("personalize:project?operation=apply&failOn=none", """
                audiences:
                  - {name: VIP, rules: {all: [{attribute: ltv}]}}
                  - {name: Gold, rules: {audience: "ref:audience/VIP"}}
                  - {name: Silver, rules: {audience: "ref:audience/Bronze"}}
                  - {name: Everyone}
                """));

        assertThat(report.items()).extracting("key", "outcome", "message").containsExactly(
                tuple("VIP", Outcome.BLOCKED, "/rules/all/0/attribute names attribute \"ltv\", which does not exist; create it first"),
                tuple("Silver", Outcome.BLOCKED, "/rules/audience refers to audience \"Bronze\", which does not exist; create it first"),
                tuple("Everyone", Outcome.CREATED, null),
                tuple("Gold", Outcome.BLOCKED, "/rules/audience refers to audience \"VIP\", which is blocked"));
        assertThat(calls()).containsOnlyOnce("POST /audiences");
    }

    @Test
    void F23_audiencesThatReferToEachOtherAreACycle() {
        Exchange exchange = send("personalize:project?operation=apply", """
                audiences:
                  - {name: A, rules: {audience: "ref:audience/B"}}
                  - {name: B, rules: {audience: "ref:audience/A"}}
                """);

        assertThat(exchange.getException()).isInstanceOfSatisfying(PersonalizeRejectedException.class,
                e -> assertThat(e.getReport().items())
                        .extracting("outcome", "message")
                        .containsOnly(tuple(Outcome.BLOCKED, "refer to each other in a cycle, so none can be created first:"
                                + " audience \"A\" (line 2, column 5) -> audience \"B\" (line 3, column 5) -> audience \"A\"")));
    }

    @Test
    void behindAFailedItemItGoesOnWithWhatDoesNotDependOnIt() {
        emulator().script(Script.on("POST", "/audiences").withBody("People").then(Step.status(422)));

        BatchReport report = report(send("personalize:project?operation=apply&failOn=none", MANIFEST));

        assertThat(report.items()).extracting("key", "outcome").containsExactly(tuple("age", Outcome.CREATED),
                tuple("purchase", Outcome.CREATED), tuple("People", Outcome.REJECTED), tuple("Adults", Outcome.BLOCKED),
                tuple("Home page hero", Outcome.BLOCKED), tuple(null, Outcome.BLOCKED));
    }

    @Test
    void pruneAllDeletesWhatTheManifestDoesNotNameUsersFirst() {
        apply(MANIFEST);
        emulator().clearRequests();

        BatchReport report = report(send("personalize:project?operation=apply&prune=all", """
                attributes:
                  - {key: city, name: City, data_type: string}
                """));

        assertThat(report.items()).extracting("kind", "key", "outcome").containsExactly(tuple("attribute", "city", Outcome.CREATED),
                tuple("experience", "Home page hero", Outcome.DELETED), tuple("audience", "Adults", Outcome.DELETED),
                tuple("audience", "People", Outcome.DELETED), tuple("attribute", "age", Outcome.DELETED));
        assertThat(emulator().project(PROJECT).attributes()).hasSize(1);
        assertThat(emulator().project(PROJECT).audiences()).isEmpty();
        assertThat(emulator().project(PROJECT).events()).as("events cannot be deleted").hasSize(1);
    }

    @Test
    void F51_whatIsStillUsedIsNotPrunedAndItsUsersAreNamed() {
        apply(MANIFEST);

        Plan plan = plan("personalize:project?operation=plan&prune=all", """
                audiences: [{name: Adults, rules: {all: [{attribute: age, at_least: 18}]}}]
                """);

        assertThat(plan.steps()).extracting("key", "action", "reason").contains(
                tuple("age", Action.BLOCKED, "not deleted, because it is used by audience \"Adults\""),
                tuple("People", Action.DELETE, "not in the manifest (prune=all)"));
    }

    @Test
    void pruneOwnedDeletesOnlyWhatWasCreatedHere() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "theirs", "name": "Theirs", "data_type": "string"}]}""");
        String both = """
                attributes:
                  - {key: ours, name: Ours, data_type: string}
                  - {key: theirs, name: Theirs, data_type: string}
                """;
        apply(both);

        BatchReport report = report(send("personalize:project?operation=apply&prune=owned", """
                attributes:
                  - {key: other, name: Other, data_type: string}
                """));

        assertThat(report.items()).extracting("key", "outcome").containsExactly(tuple("other", Outcome.CREATED),
                tuple("ours", Outcome.DELETED));
    }

    @Test
    void F61_moreDeletionsThanAllowedAreRefusedAsAWhole() {
        apply(MANIFEST);
        emulator().clearRequests();

        Exchange exchange = send("personalize:project?operation=apply&prune=all&maxDeletes=2", """
                attributes: [{key: age, name: Age, data_type: number}]
                """);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeRejectedException.class)
                .hasMessage("project: the plan deletes 3 definitions,"
                        + " more than maxDeletes=2; nothing was sent: look at the plan, and raise maxDeletes if it is right");
        assertThat(calls()).allSatisfy(call -> assertThat(call).startsWith("GET "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "attributes: []"})
    void F61_anEmptyManifestPrunesNothing(String empty) {
        Exchange exchange = send("personalize:project?operation=apply&prune=owned", empty);

        assertThat(exchange.getException())
                .hasMessage("project: the manifest names no definition, and prune=owned would delete all definitions that it does"
                        + " not contain; add at least one definition, or set prune=none");
        assertThat(calls()).isEmpty();
    }

    @Test
    void F61_aListThatFailsIsTheEndAndNothingIsDeleted() {
        apply(MANIFEST);
        emulator().clearRequests();
        emulator().script(Script.on("GET", "/audiences").then(Step.status(503)).forEver());

        Exchange exchange = send("personalize:project?operation=apply&prune=all", "attributes: [{key: age, name: Age, data_type: number}]");

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class);
        assertThat(calls()).allSatisfy(call -> assertThat(call).startsWith("GET "));
    }

    @Test
    void F61_aListThatLacksMostOfWhatWasCreatedHereIsNotTrusted() {
        apply("attributes: [{key: a, name: A, data_type: string}, {key: b, name: B, data_type: string}, {key: c, name: C, data_type: string}]");
        emulator().seed(PROJECT, "{}");
        time.sleep(Duration.ofSeconds(2));

        Exchange exchange = send("personalize:project?operation=apply&prune=owned", "attributes: [{key: a, name: A, data_type: string}]");

        assertThat(exchange.getException())
                .hasMessageStartingWith("project: the service lists fewer than half of the 3 attributes that were"
                        + " created here by apply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"priority\": null}", "{\"data\": {}}"})
    void F24_withoutThePresentOrderNothingIsApplied(String answer) {
        emulator().seed(PROJECT, THREE);
        emulator().script(Script.on("GET", "/experiences/priority").then(Step.status(200).body(answer)));

        Exchange exchange = send("personalize:project?operation=apply", "priority: [\"ref:experience/B\"]");

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("project: the response to GET /experiences/priority has no array \"priority\"");
        assertThat(calls()).containsExactly("GET /experiences", "GET /experiences/priority");
    }

    @Test
    void F24_anOrderThatIsLostWhileApplyIsUnderWayIsNotReplaced() {
        emulator().seed(PROJECT, THREE);
        emulator().script(Script.on("GET", "/experiences/priority").then(Step.pass(), Step.status(200).body("{}")));

        BatchReport report = report(send("personalize:project?operation=apply&failOn=none", "priority: [\"ref:experience/B\"]"));

        assertThat(report.items()).extracting("kind", "outcome", "message").containsExactly(
                tuple("priority", Outcome.BLOCKED, "the response to GET /experiences/priority has no array \"priority\""));
        assertThat(calls()).containsExactly("GET /experiences", "GET /experiences/priority", "GET /experiences/priority");
    }

    @Test
    void F24_anExportWithoutThePresentOrderFails() {
        emulator().seed(PROJECT, THREE);
        emulator().script(Script.on("GET", "/experiences/priority").then(Step.status(200).body("{\"data\": {}}")));

        Exchange exchange = send("personalize:project?operation=export", null);

        assertThat(exchange.getException()).isInstanceOf(PersonalizeUnavailableException.class)
                .hasMessage("project: the response to GET /experiences/priority has no array \"priority\"");
    }

    @Test
    void exportOfOneProjectAppliedToAnEmptyOneAndExportedAgainIsTheSame() {
        apply(MANIFEST);
        emulator().seed("p2", "{}");

        String exported = send("personalize:project?operation=export", null).getMessage().getBody(String.class);
        report(send("personalize:project?operation=apply&projectUid=p2", exported));
        String again = send("personalize:project?operation=export&projectUid=p2", null).getMessage().getBody(String.class);

        assertThat(again).isEqualTo(exported);
        assertThat(exported).contains("audience_uid: ref:audience/Adults", "priority:\n  - ref:experience/Home page hero");
    }

    @Test
    void F63_presetsAndAudiencesOfLyticsAreNotExportedAndASecondRunChangesNothing() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Age", "data_type": "number"},
                                {"uid": "a2", "key": "country", "name": "Country", "data_type": "string", "__type": "PRESET"}],
                 "audiences": [{"uid": "b1", "name": "Adults"}, {"uid": "b2", "name": "Fans", "source": "LYTICS"}]}""");
        emulator().seed("p2", "{}");
        String exported = send("personalize:project?operation=export", null).getMessage().getBody(String.class);

        BatchReport first = report(send("personalize:project?operation=apply&projectUid=p2", exported));
        BatchReport second = report(send("personalize:project?operation=apply&projectUid=p2", exported));

        assertThat(exported).contains("# Not exported:", "attribute \"country\": a preset", "audience \"Fans\": comes from Lytics");
        assertThat(first.counts()).isEqualTo(Map.of(Outcome.CREATED, 2L));
        assertThat(second.counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 2L));
    }

    @Test
    void upsertEnsuresThatWhatFragmentsNameExistsAndDeletesNothing() {
        List<Object> fragments = List.of(
                Map.of("experiences", List.of(Map.of("name", "Hero", "type", "SEGMENTED", "variants",
                        List.of(Map.of("name", "A", "audience_uid", "ref:audience/Adults"))))),
                "audiences: [{name: Adults, rules: {attribute: age}}]",
                Map.of("attributes", List.of(Map.of("key", "age", "name", "Age", "data_type", "number"))));

        BatchReport report = report(send("personalize:project?operation=upsert", fragments));

        assertThat(report.items()).extracting("index", "key", "outcome").containsExactly(tuple(0, "Hero", Outcome.CREATED),
                tuple(1, "Adults", Outcome.CREATED), tuple(2, "age", Outcome.CREATED));
        assertThat(report(send("personalize:project?operation=upsert", fragments)).counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 3L));
    }

    @Test
    void upsertOfAFragmentThatSaysSkipLeavesWhatPeopleHaveEdited() {
        emulator().seed(PROJECT, """
                {"attributes": [{"uid": "a1", "key": "age", "name": "Age in years", "data_type": "number"}]}""");

        BatchReport report = report(send("personalize:project?operation=upsert", """
                {"attributes": [{"key": "age", "name": "Age", "data_type": "string"}], "onConflict": "skip"}"""));

        assertThat(report.items()).extracting("outcome", "message").containsExactly(
                tuple(Outcome.UNCHANGED, "differs in /name, /data_type, and is left as it is (onConflict=skip)"));
    }

    @Test
    void upsertTellsOfEachFragmentThatIsWrong() {
        BatchReport report = report(send("personalize:project?operation=upsert&failOn=none",
                List.of("{\"fault\": \"no message of the Segment spec\"}", Map.of("fault", "no type"), "events: [{key: a, name: A}]")));

        assertThat(report.items()).extracting("kind", "outcome").containsExactly(tuple("project", Outcome.REJECTED),
                tuple("project", Outcome.REJECTED), tuple("event", Outcome.CREATED));
        assertThat(report.items().get(1).message()).isEqualTo("no type");
    }

    private BatchReport apply(String manifest) {
        return report(send("personalize:project?operation=apply", manifest));
    }

    private Plan plan(String uri, String manifest) {
        Exchange exchange = send(uri, manifest);
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
