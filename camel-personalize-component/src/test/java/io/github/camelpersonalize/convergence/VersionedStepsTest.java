// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import java.time.Duration;
import java.util.List;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.emulator.EmulatorOptions;
import io.github.camelpersonalize.emulator.Personality;
import io.github.camelpersonalize.emulator.live.LiveOptions;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans of a service that keeps versions of experiences. */
class VersionedStepsTest extends AtAProject {

    private static final String AUDIENCES = """
            attributes: [{key: tier, name: Tier}]
            audiences:
            """ + AudienceText.having("Gold", "tier", "gold");
    private static final String MANIFEST = AUDIENCES + """
            experiences:
              - name: Banner
                __type: SEGMENTED
                status: ACTIVE
                variants: [{__type: SegmentedVariant, name: V, audiences: ["ref:audience/Gold"], audienceCombinationType: OR}]
            """;
    private static final String CHANGED = MANIFEST.replace("Type: OR", "Type: AND");
    private static final String CONFLICT = "; nothing was sent for it: make a new plan, and look at it";

    VersionedStepsTest() {
        super(Dialect.LIVE, EmulatorOptions.defaults().personality(Personality.LIVE)
                .live(LiveOptions.defaults().strictMembers(true).quota(1000)));
    }

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
    void aPlanIsAppliedLaterWhereNothingHasChanged() {
        applied(NONE, MANIFEST);
        Plan plan = plan(NONE, CHANGED);
        later();

        assertThat(applied(NONE, plan)).last().isEqualTo("experience Banner UPDATED");
    }

    @Test
    void butNotWhereOthersHaveChangedTheVersion() {
        applied(NONE, MANIFEST);
        Plan plan = plan(NONE, CHANGED);
        later();
        emulator().project(UID).setStatus("Banner", "PAUSED");

        assertThat(applied(NONE, plan)).last().asString()
                .startsWith("experience Banner CONFLICT: it was changed since the plan was made, in /status").endsWith(CONFLICT);
    }

    @Test
    void aDraftThatAnEarlierRunHasLeftIsActivated() {
        Plan plan = plan(NONE, MANIFEST);
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").withBody("\"ACTIVE\"").then(Step.status(500)));
        applied(NONE, plan);
        later();
        assertThat(statuses()).containsExactly("DRAFT");

        assertThat(applied(NONE, plan)).last().isEqualTo("experience Banner UPDATED");
        assertThat(statuses()).containsExactly("ACTIVE");
    }

    @Test
    void oneBesideTheActiveVersionToo() {
        applied(NONE, MANIFEST);
        Plan plan = plan(NONE, CHANGED);
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").then(Step.status(500)));
        applied(NONE, plan);
        later();

        applied(NONE, plan);

        assertThat(statuses()).containsExactly("ARCHIVED", "ACTIVE");
    }

    /** One of the same name that others have made otherwise, or that is not a draft. */
    @ParameterizedTest
    @CsvSource({"DRAFT, W", "PAUSED, V"})
    void whatOthersHaveMadeIsNoSuchDraft(String status, String variant) {
        Plan plan = plan(NONE, MANIFEST);
        applied(NONE, MANIFEST.replace("status: ACTIVE", "status: DRAFT").replace("name: V,", "name: " + variant + ","));
        emulator().project(UID).setStatus("Banner", status);
        later();

        assertThat(applied(NONE, plan)).last().asString()
                .startsWith("experience Banner CONFLICT: it was created by others since the plan was made (uid ").endsWith(CONFLICT);
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
    void anArchivedVersionCountsAsAUse() {
        String silver = AudienceText.having("Silver", "tier", "gold");
        applied(NONE, MANIFEST);
        applied(NONE, AUDIENCES + silver + MANIFEST.substring(AUDIENCES.length()).replace("audience/Gold", "audience/Silver"));
        assertThat(statuses()).containsExactly("ARCHIVED", "ACTIVE");

        String unused = ((ProjectResult.Document) state(NONE).unused()).document().toJson().toString();

        assertThat(unused).contains("\"unused\":[]", "\"versions\":2");
    }

    private void later() {
        time.sleep(Duration.ofMinutes(5));
    }

    private List<String> statuses() {
        return emulator().project(UID).versions("Banner").stream().map(version -> version.path("status").asText()).toList();
    }
}
