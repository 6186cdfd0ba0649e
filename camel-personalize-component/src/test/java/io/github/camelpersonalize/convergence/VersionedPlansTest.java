// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan that is applied later, where the service keeps versions of experiences. */
class VersionedPlansTest extends AtAVersionedProject {

    private static final String CONFLICT = "; nothing was sent for it: make a new plan, and look at it";
    private static final String DRAFT = MANIFEST.replace("    status: ACTIVE\n", "");

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
    void aDraftThatAnEarlierRunHasFilledIsActivated() {
        Plan plan = planThatIsCutBetweenDraftAndActivation();

        assertThat(applied(NONE, plan)).last().isEqualTo("experience Banner UPDATED");
        assertThat(statuses()).containsExactly("ACTIVE");
    }

    @Test
    void butNotOneThatOthersHaveFilledOtherwise() {
        Plan plan = planThatIsCutBetweenDraftAndActivation();
        applied(NONE, DRAFT.replace("name: V,", "name: W,"));
        later();

        assertThat(applied(NONE, plan)).last().asString()
                .startsWith("experience Banner CONFLICT: it was changed since the plan was made, in ")
                .endsWith(CONFLICT);
        assertThat(statuses()).containsExactly("DRAFT");
    }

    @Test
    void itLooksAtTheVersionsOfWhatItWritesAndOfNothingElse() {
        applied(NONE, OTHER);
        applied(NONE, MANIFEST);
        Plan plan = plan(NONE, CHANGED);
        later();
        emulator().clearRequests();

        applied(NONE, plan);

        assertThat(calls()).contains(versionsOf("Banner")).doesNotContain(versionsOf("Other"));
    }

    @Test
    void norAtThoseOfWhatItDeletes() {
        applied(OWNED, OTHER);
        Plan plan = plan(OWNED, AUDIENCES);
        later();
        emulator().clearRequests();
        String versions = versionsOf("Other");

        applied(OWNED, plan);

        assertThat(calls()).doesNotContain(versions);
    }

    @Test
    void whatWasWrittenJustBeforeThePlanAndNotSinceIsDeleted() {
        applied(OWNED, OTHER);
        Plan plan = plan(OWNED, AUDIENCES);
        later();

        assertThat(applied(OWNED, plan)).last().isEqualTo("experience Other DELETED");
    }

    @Test
    void whatOthersHaveActivatedSinceIsNotDeleted() {
        applied(OWNED, OTHER);
        Plan plan = plan(OWNED, AUDIENCES);
        later();
        emulator().project(UID).setStatus("Other", "ACTIVE");

        assertThat(applied(OWNED, plan)).last()
                .isEqualTo("experience Other CONFLICT: it was changed since the plan was made, in /status" + CONFLICT);
    }

    /** The definition is a draft, and gets other content before it is to go live. */
    private Plan planThatIsCutBetweenDraftAndActivation() {
        applied(NONE, DRAFT);
        Plan plan = plan(NONE, CHANGED);
        emulator().script(Script.on("PUT", "/experiences/*/versions/*").withBody("\"ACTIVE\"").then(Step.status(500)));
        later();
        applied(NONE, plan);
        later();
        assertThat(statuses()).containsExactly("DRAFT");
        return plan;
    }
}
