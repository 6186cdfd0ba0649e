// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.LiveRoutes;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.manifest.ExportedManifest;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Outcome;
import io.github.camelpersonalize.plan.Action;
import io.github.camelpersonalize.plan.Plan;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A whole project of a service that keeps versions of experiences, and that refuses every member that it does not know. */
class VersionedProjectTest extends LiveRoutes {

    private static final String GOLD_BUYERS = AudienceText.having("Gold buyers", "loyalty_tier", "gold");
    private static final String MANIFEST = """
            attributes:
              - {key: loyalty_tier, name: Loyalty tier}
            events:
              - {key: checkout_done}
              - {key: newsletter}
            audiences:
            """ + GOLD_BUYERS + AudienceText.lacking("Abroad", "COUNTRY", "US")
            + """
                    experiences:
                      - name: Banner
                        __type: SEGMENTED
                        status: ACTIVE
                        variants:
                          - {__type: SegmentedVariant, name: Gold, audiences: ["ref:audience/Gold buyers"], audienceCombinationType: OR}
                          - {__type: SegmentedVariant, name: Abroad, audiences: ["ref:audience/Abroad"], audienceCombinationType: OR, lyticsAudiences: []}
                      - name: Button
                        __type: AB_TEST
                        variants:
                          - {__type: ABTestVariant, name: Blue, trafficDistribution: 50}
                          - {__type: ABTestVariant, name: Green, trafficDistribution: 50}
                        variantSplit: EQUALLY_SPLIT
                        metrics:
                          - {__type: Primary, event: "ref:event/checkout_done", name: Checkout}
                          - {__type: Secondary, event: "ref:event/newsletter", name: Newsletter}
                        targeting: {audience: {audiences: ["ref:audience/Abroad"], audienceCombinationType: AND}}
                    priority: ["ref:experience/Button", "ref:experience/Banner"]
                    """;

    /** What another variant makes of the banner. */
    private static final String CHANGED = MANIFEST.replace(
            "audiences: [\"ref:audience/Gold buyers\"], audienceCombinationType: OR",
            "audiences: [\"ref:audience/Gold buyers\", \"ref:audience/Abroad\"], audienceCombinationType: AND");

    @Test
    void aManifestAppliesAtOnceAndTheSecondTimeNothingIsWritten() {
        BatchReport first = apply(MANIFEST);
        emulator().clearRequests();
        BatchReport second = apply(MANIFEST);

        assertThat(first.counts()).isEqualTo(Map.of(Outcome.CREATED, 7L, Outcome.UPDATED, 1L));
        assertThat(versions("Banner")).containsExactly("ACTIVE Gold=0 Abroad=1");
        assertThat(versions("Button")).containsExactly("DRAFT Blue=0 Green=1");
        assertThat(second.counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 8L));
        assertThat(calls()).allSatisfy(call -> assertThat(call).startsWith("GET "));
        assertThat(calls()).filteredOn(call -> call.endsWith("/versions")).hasSize(2);
    }

    @Test
    void F134_aChangedVariantEndsAsOneNewActiveVersionInWhichTheVariantsKeepTheirShortUids() {
        apply(MANIFEST);

        BatchReport report = apply(CHANGED);

        assertThat(report.counts()).isEqualTo(Map.of(Outcome.UPDATED, 1L, Outcome.UNCHANGED, 7L));
        assertThat(versions("Banner")).containsExactly("ARCHIVED Gold=0 Abroad=1", "ACTIVE Gold=0 Abroad=1");
        emulator().clearRequests();
        assertThat(apply(CHANGED).counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 8L));
        assertThat(calls()).allSatisfy(call -> assertThat(call).startsWith("GET "));
    }

    /** From nothing to a second project, at a service that refuses every member that it does not know: it has refused nothing. */
    @Test
    void F134_aProjectIsAppliedAppliedAgainChangedAndMoved() {
        BatchReport first = apply(MANIFEST);
        emulator().requests().forEach(request -> assertThat(request.status()).as(request.toString()).isLessThan(300));
        emulator().clearRequests();
        BatchReport second = apply(MANIFEST);
        assertThat(calls()).isNotEmpty().allSatisfy(call -> assertThat(call).startsWith("GET "));
        BatchReport changed = apply(CHANGED);
        String exported = export("");
        BatchReport moved = report(send("personalize:project?operation=apply&projectUid=p2", exported));

        assertThat(first.counts()).isEqualTo(Map.of(Outcome.CREATED, 7L, Outcome.UPDATED, 1L));
        assertThat(second.counts()).isEqualTo(Map.of(Outcome.UNCHANGED, 8L));
        assertThat(changed.counts()).isEqualTo(Map.of(Outcome.UPDATED, 1L, Outcome.UNCHANGED, 7L));
        assertThat(versions("Banner")).containsExactly("ARCHIVED Gold=0 Abroad=1", "ACTIVE Gold=0 Abroad=1");
        assertThat(versions("Button")).containsExactly("DRAFT Blue=0 Green=1");
        assertThat(moved.failures()).isZero();
        assertThat(export("&projectUid=p2")).isEqualTo(exported);
        assertThat(emulator().requests()).allSatisfy(request -> assertThat(request.status()).isLessThan(300));
    }

    /** The service knows no way to be paused that does not lead through being active, and nothing asks for that. */
    @Test
    void whatIsPausedIsADraftInAnEmptyProjectAndTheReportSaysSo() {
        apply(MANIFEST);
        apply(MANIFEST.replace("status: ACTIVE", "status: PAUSED"));
        String exported = export("");

        BatchReport report = report(send("personalize:project?operation=apply&projectUid=p2", exported));

        assertThat(exported).contains("status: PAUSED");
        assertThat(report.items()).filteredOn(item -> "Banner".equals(item.key())).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(Outcome.CREATED);
            assertThat(item.message()).isEqualTo("what never ran cannot be paused; it is a draft");
        });
        assertThat(emulator().project("p2").versions("Banner")).extracting(it -> it.path("status").asText()).containsExactly("DRAFT");
    }

    @Test
    void anExportAppliedToAnEmptyProjectExportsTheSame() {
        apply(MANIFEST);
        String exported = export("");

        report(send("personalize:project?operation=apply&projectUid=p2", exported));

        assertThat(export("&projectUid=p2")).isEqualTo(exported);
        assertThat(emulator().project("p2").versions("Banner")).extracting(it -> it.path("status").asText()).containsExactly("ACTIVE");
        assertThat(emulator().project("p2").versions("Button")).extracting(it -> it.path("status").asText()).containsExactly("DRAFT");
        assertThat(exported).doesNotContain("shortUid", "Not exported").contains("status: ACTIVE", "status: DRAFT", "ref:event/newsletter");
    }

    @Test
    void anExportTellsWhatItLeavesOut() {
        emulator().seed(PROJECT, """
                {"lyticsAudiences": [{"uid": "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "name": "Churners", "slug": "churners"}]}""");
        apply("""
                experiences:
                  - name: Banner
                    __type: SEGMENTED
                    status: ACTIVE
                    variants: [{__type: SegmentedVariant, name: V, audiences: [], audienceCombinationType: OR, lyticsAudiences: ["ref:audience/Churners"]}]
                """);
        apply("""
                experiences:
                  - name: Banner
                    __type: SEGMENTED
                    variants: [{__type: SegmentedVariant, name: W, audiences: [], audienceCombinationType: OR, lyticsAudiences: ["ref:audience/Churners"]}]
                """);

        ExportedManifest exported = (ExportedManifest) send("personalize:project?operation=export", null).getMessage().getBody();

        assertThat(exported.document().at("/experiences/0/variants/0")).isEqualTo(json("""
                {"__type": "SegmentedVariant", "name": "V", "audiences": [], "audienceCombinationType": "OR",
                 "lyticsAudiences": ["ref:audience/Churners"]}"""));
        assertThat(exported.skipped()).extracting("kind", "key", "reason").containsExactly(
                tuple("audience", "Churners", "comes from Lytics"),
                tuple("experience", "Banner", "its draft, which differs from the version that is exported"));
    }

    @Test
    void aPlanSaysWhatPeopleWillSee() {
        apply(MANIFEST);

        Plan plan = plan(CHANGED);
        Plan drafted = plan(CHANGED.replace("status: ACTIVE", "description: new"));
        Plan paused = plan(MANIFEST.replace("status: ACTIVE", "status: PAUSED"));

        assertThat(plan.steps()).filteredOn(step -> step.action() != Action.UNCHANGED).singleElement().satisfies(step -> {
            assertThat(step.key()).isEqualTo("Banner");
            assertThat(step.warnings()).containsExactly("variants: \"Gold\" changes", "goes live");
            assertThat(step.changes()).extracting("pointer").containsExactly("/variants/0/audiences",
                    "/variants/0/audienceCombinationType");
        });
        assertThat(plan.toText()).contains("warning: variants: \"Gold\" changes", "warning: goes live");
        assertThat(drafted.steps().get(5).warnings()).containsExactly("variants: \"Gold\" changes",
                "a new draft beside the active version",
                "the change is a draft; set status: ACTIVE to activate it");
        assertThat(paused.steps().get(5).warnings()).containsExactly("is paused");
    }

    @Test
    void F83_aSavedPlanIsAppliedAndWhatOthersHaveChangedMeanwhileIsNotOverwritten() {
        apply(MANIFEST);
        String plan = plan(CHANGED).toJson().toString();
        later();
        String uid = emulator().project(PROJECT).experience("Banner").path("uid").asText();
        emulator().project(PROJECT).setStatus("Banner", "PAUSED");

        BatchReport conflict = report(send("personalize:project?operation=apply&failOn=none", plan));
        emulator().project(PROJECT).setStatus("Banner", "ACTIVE");
        BatchReport applied = report(send("personalize:project?operation=apply&failOn=none&authtoken=" + emulator().authtoken(), plan));

        assertThat(conflict.items()).filteredOn(item -> item.outcome() == Outcome.CONFLICT).singleElement()
                .satisfies(item -> assertThat(item.message()).startsWith("it was changed since the plan was made, in /status"));
        assertThat(applied.counts()).isEqualTo(Map.of(Outcome.UPDATED, 1L, Outcome.UNCHANGED, 7L));
        assertThat(calls()).filteredOn(call -> call.equals("POST /experiences/" + uid + "/versions")).hasSize(1);
    }

    @Test
    void F83_aSavedPlanIsContinuedWhereAnEarlierRunWasCutBetweenDraftAndActivation() {
        apply(MANIFEST);
        String plan = plan(CHANGED).toJson().toString();
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").then(Step.status(500)));
        report(send("personalize:project?operation=apply&failOn=none", plan));
        assertThat(versions("Banner")).containsExactly("ACTIVE Gold=0 Abroad=1", "DRAFT Gold=0 Abroad=1");
        later();

        report(send("personalize:project?operation=apply", plan));

        assertThat(versions("Banner")).containsExactly("ARCHIVED Gold=0 Abroad=1", "ACTIVE Gold=0 Abroad=1");
    }

    @Test
    void F83_aSavedPlanIsContinuedWhereAnEarlierRunHasFilledTheOnlyDraft() {
        apply(MANIFEST);
        String plan = plan(MANIFEST.replace("__type: AB_TEST\n", "__type: AB_TEST\n    status: ACTIVE\n").replace("{audience: {audiences:"
                + " [\"ref:audience/Abroad\"]", "{audience: {audiences: [\"ref:audience/Gold buyers\"]")).toJson().toString();
        later();
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").withBody("\"ACTIVE\"").then(Step.status(500)));

        BatchReport cut = report(send("personalize:project?operation=apply&failOn=none", plan));
        later();
        BatchReport finished = report(send("personalize:project?operation=apply", plan));

        assertThat(cut.counts()).containsEntry(Outcome.UNKNOWN, 1L);
        assertThat(finished.counts()).isEqualTo(Map.of(Outcome.UPDATED, 1L, Outcome.UNCHANGED, 7L));
        assertThat(versions("Button")).containsExactly("ACTIVE Blue=0 Green=1");
    }

    @Test
    void F83_aSavedPlanIsContinuedWhereAnEarlierRunHasMadeAnExperienceAndNotActivatedIt() {
        String plan = plan(MANIFEST).toJson().toString();
        later();
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").withBody("\"ACTIVE\"").then(Step.status(500)));

        BatchReport cut = report(send("personalize:project?operation=apply&failOn=none", plan));
        later();
        List<String> between = versions("Banner");
        BatchReport finished = report(send("personalize:project?operation=apply", plan));

        assertThat(cut.counts()).containsEntry(Outcome.UNKNOWN, 1L);
        assertThat(between).containsExactly("DRAFT Gold=0 Abroad=1");
        assertThat(finished.failures()).isZero();
        assertThat(versions("Banner")).containsExactly("ACTIVE Gold=0 Abroad=1");
    }

    /** One of the same name that others have made otherwise, or that is not a draft. */
    @ParameterizedTest
    @CsvSource({"DRAFT, Other", "PAUSED, Gold"})
    void F83_whatOthersHaveMadeMeanwhileIsNoHalfMadeExperience(String status, String variant) {
        String plan = plan(MANIFEST).toJson().toString();
        apply(MANIFEST.replace("status: ACTIVE", "status: DRAFT").replace("name: Gold,", "name: " + variant + ","));
        emulator().project(PROJECT).setStatus("Banner", status);
        later();
        emulator().clearRequests();

        BatchReport report = report(send("personalize:project?operation=apply&failOn=none", plan));

        assertThat(report.items()).filteredOn(item -> "Banner".equals(item.key())).singleElement()
                .satisfies(item -> assertThat(item.message()).startsWith("it was created by others since the plan was made"));
        assertThat(calls()).noneMatch(call -> call.contains("/versions/"));
    }

    @Test
    void F61_whatTheActiveVersionUsesStaysThoughADraftBesideItNoLongerDoes() {
        apply(MANIFEST);
        String drafted = MANIFEST.replace("    status: ACTIVE\n", "").replace("audiences: [\"ref:audience/Gold buyers\"]",
                "audiences: [\"ref:audience/Abroad\"]").replace(GOLD_BUYERS, "");

        Plan plan = checked(send("personalize:project?operation=plan&prune=owned", drafted)).getMessage().getBody(Plan.class);

        assertThat(plan.steps()).filteredOn(step -> step.key().equals("Gold buyers")).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo(Action.BLOCKED);
            assertThat(step.reason()).isEqualTo("not deleted, because it is used by experience \"Banner\"");
        });
    }

    @Test
    void F61_whatWasCreatedStaysOwnedThoughItsVersionFails() {
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").then(2, Step.status(400)));

        BatchReport failed = report(send("personalize:project?operation=apply&failOn=none", MANIFEST));
        later();
        BatchReport finished = apply(MANIFEST);
        BatchReport pruned = report(send("personalize:project?operation=apply&prune=owned", "events: [{key: checkout_done}]"));

        assertThat(failed.items()).filteredOn(item -> "Button".equals(item.key())).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(item.message()).startsWith("it was created (uid ").contains("but its version is not as desired: ");
        });
        assertThat(finished.counts()).containsEntry(Outcome.UPDATED, 2L);
        assertThat(pruned.counts()).containsEntry(Outcome.DELETED, 6L);
        assertThat(emulator().project(PROJECT).experiences()).isEmpty();
    }

    /** When lists show what was written before. */
    private void later() {
        time.sleep(Duration.ofSeconds(2));
    }

    private BatchReport apply(String manifest) {
        return report(send("personalize:project?operation=apply", manifest));
    }

    private String export(String options) {
        return send("personalize:project?operation=export" + options, null).getMessage().getBody(String.class);
    }

    private Plan plan(String manifest) {
        return checked(send("personalize:project?operation=plan", manifest)).getMessage().getBody(Plan.class);
    }

    private static BatchReport report(Exchange exchange) {
        return checked(exchange).getMessage().getBody(BatchReport.class);
    }

    private static Exchange checked(Exchange exchange) {
        if (exchange.getException() != null) {
            throw new AssertionError("the exchange failed", exchange.getException());
        }
        return exchange;
    }

    private List<String> versions(String experience) {
        return emulator().project(PROJECT).versions(experience).stream().map(VersionedProjectTest::shown).toList();
    }

    private static String shown(JsonNode version) {
        return StreamSupport.stream(version.path("variants").spliterator(), false)
                .map(variant -> " " + variant.path("name").asText() + "=" + variant.path("shortUid").asText())
                .reduce(version.path("status").asText(), String::concat);
    }
}
