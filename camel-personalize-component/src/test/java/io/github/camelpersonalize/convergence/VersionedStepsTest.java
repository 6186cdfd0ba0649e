// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans of a service that keeps versions of experiences. */
class VersionedStepsTest extends AtAVersionedProject {

    @Test
    void anExperienceIsCreatedWithItsVersionAndThenStays() {
        assertThat(planned(NONE, MANIFEST)).containsExactly("CREATE attribute tier", "CREATE audience Gold",
                "CREATE experience Banner (goes live)");

        assertThat(applied(NONE, MANIFEST)).containsExactly("attribute tier CREATED", "audience Gold CREATED", "experience Banner CREATED");

        assertThat(statuses()).containsExactly("ACTIVE");
        assertThat(planned(NONE, MANIFEST)).containsExactly("UNCHANGED attribute tier", "UNCHANGED audience Gold",
                "UNCHANGED experience Banner");
    }

    @Test
    void aChangeIsANewVersion() {
        applied(NONE, MANIFEST);

        assertThat(planned(NONE, CHANGED)).last().isEqualTo("UPDATE experience Banner /variants/0/audienceCombinationType \"OR\" -> \"AND\""
                + " (variants: \"V\" changes) (goes live)");
        assertThat(applied(NONE, CHANGED)).last().isEqualTo("experience Banner UPDATED");
        assertThat(statuses()).containsExactly("ARCHIVED", "ACTIVE");
    }

    @Test
    void onlyVersionsOfWhatTheManifestNamesAreListedUnlessSomethingMayBeDeleted() {
        applied(NONE, MANIFEST);
        emulator().clearRequests();

        planned(NONE, AUDIENCES);
        assertThat(calls()).noneMatch(call -> call.endsWith("/versions"));

        planned(ALL, AUDIENCES);
        assertThat(calls()).filteredOn(call -> call.endsWith("/versions")).hasSize(1);
    }

    @Test
    void ofSeveralExperiencesOnlyThoseThatItNames() {
        applied(NONE, OTHER);
        applied(NONE, MANIFEST);
        emulator().clearRequests();

        planned(NONE, MANIFEST);

        assertThat(calls()).filteredOn(call -> call.endsWith("/versions")).containsExactly(versionsOf("Banner"));
    }

    @Test
    void aUidOfADefinitionThatDoesNotExistBlocks() {
        applied(NONE, AUDIENCES);
        String uid = emulator().project(UID).audience("Gold").path("uid").asText();

        assertThat(planned(NONE, OTHER.replace("ref:audience/Gold", uid))).last().isEqualTo("CREATE experience Other (stays a draft)");
        assertThat(planned(NONE, OTHER.replace("ref:audience/Gold", "0123456789abcdef0123456789abcdef"))).last().isEqualTo(
                "BLOCKED experience Other: /variants/0/audiences/0 refers to the audience with the uid \"0123456789abcdef0123456789abcdef\","
                        + " which does not exist; write ref:audience/<name> for its name");
    }

    @Test
    void aConditionThatIsNotKnownIsAWarningWhetherItIsCreatedOrUpdated() {
        String unknown = AUDIENCES.replace("STRING_EQUALS", "STRING_RHYMES");
        String warning = " (the condition \"STRING_RHYMES\" is not known here, so what it needs is not checked)";
        assertThat(planned(NONE, unknown)).last().isEqualTo("CREATE audience Gold" + warning);

        applied(NONE, AUDIENCES);

        assertThat(planned(NONE, unknown)).last().asString().startsWith("UPDATE audience Gold /definition").endsWith(warning);
    }

    @Test
    void aManifestThatAsksNothingOfTheVersionHearsNothingOfIt() {
        applied(NONE, MANIFEST);
        applied(NONE, CHANGED.replace("    status: ACTIVE\n", ""));
        assertThat(statuses()).containsExactly("ACTIVE", "DRAFT");

        assertThat(planned(NONE, "experiences: [{name: Banner, __type: SEGMENTED}]")).containsExactly("UNCHANGED experience Banner");
    }

    @Test
    void withoutItsVersionsNothingIsDone() {
        applied(NONE, MANIFEST);
        emulator().clearRequests();
        emulator().script(Script.on("GET", "/experiences/*/versions").then(Step.status(503)));

        assertThat(applied(NONE, CHANGED)).singleElement().asString().contains("the service failed with 503");
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatTheActiveVersionUsesStaysThoughTheDraftDoesNot() {
        applied(OWNED, MANIFEST);
        String drafted = "attributes: [{key: tier, name: Tier}]\n" + MANIFEST.substring(AUDIENCES.length())
                .replace("    status: ACTIVE\n", "").replace("[\"ref:audience/Gold\"]", "[]");

        assertThat(planned(OWNED, drafted)).contains(
                "BLOCKED audience Gold: not deleted, because it is used by experience \"Banner\"");
    }

    @Test
    void whatOnlyTheVersionUsesThatIsArchivedGoes() {
        applied(OWNED, MANIFEST);

        assertThat(planned(OWNED, SILVER)).last()
                .isEqualTo("DELETE audience Gold: created here, and no longer in the manifest (prune=owned)");
    }

    @Test
    void whatTheVersionUsesOfAnExperienceThatIsNotDeletedStays() {
        applied(OWNED, MANIFEST);
        later();

        assertThat(planned(OWNED, "attributes: [{key: tier, name: Tier}]\npriority: [\"ref:experience/Banner\"]")).contains(
                "BLOCKED experience Banner: not deleted, because it is used by the order of experiences",
                "BLOCKED audience Gold: not deleted, because it is used by experience \"Banner\"");
    }

    @Test
    void anExportHasTheVersionThatRunsAndSaysWhatItLeavesOut() {
        applied(NONE, MANIFEST);
        applied(NONE, CHANGED.replace("    status: ACTIVE\n", ""));

        String exported = ((ProjectResult.Document) state(NONE).export()).document().toText();

        assertThat(exported).contains("status: ACTIVE", "audienceCombinationType: OR",
                "its draft, which differs from the version that is exported").doesNotContain("audienceCombinationType: AND");
    }

    @Test
    void anExportOfWhatHasNoOtherDraftLeavesNothingOut() {
        applied(NONE, MANIFEST);

        assertThat(((ProjectResult.Document) state(NONE).export()).document().toText()).doesNotContain("draft");
    }

    @Test
    void anArchivedVersionCountsAsAUse() {
        applied(NONE, MANIFEST);
        applied(NONE, SILVER);
        assertThat(statuses()).containsExactly("ARCHIVED", "ACTIVE");

        JsonNode unused = ((ProjectResult.Document) state(NONE).unused()).document().toJson();

        assertThat(unused.get("unused")).isEmpty();
        assertThat(unused.at("/lookedAt/versions").asInt()).isEqualTo(2);
        assertThat(unused.has("manifest")).isTrue();
    }
}
