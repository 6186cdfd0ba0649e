// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.emulator.script.Script;
import io.github.camelpersonalize.emulator.script.Step;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.batch.Requests.audience;
import static io.github.camelpersonalize.batch.Requests.deletion;
import static io.github.camelpersonalize.batch.Requests.upsert;
import static org.assertj.core.api.Assertions.assertThat;

/** Write requests that another definition blocks: they are executed again, as long as that helps. */
class BlockedRequestsTest extends AtABatch {

    private static final String MISSING = " BLOCKED: /rules/audience refers to audience \"Nobody\", which does not exist; create it first";
    private static final String TWO = """
            {"audiences": [{"uid": "b1", "name": "Base"}, {"uid": "b2", "name": "User", "rules": {"audience": "b1"}}]}""";

    @Test
    void whatRefersToALaterOneIsWrittenAfterIt() {
        assertThat(written(audience("Top", "Middle"), audience("Middle", "Base"), audience("Base"))).containsExactly(
                "audience Top CREATED", "audience Middle CREATED", "audience Base CREATED");
        assertThat(calls()).containsExactly("GET /audiences", "POST /audiences", "POST /audiences", "POST /audiences");
        assertThat(names(emulator().project(UID).audiences())).containsExactly("Base", "Middle", "Top");
    }

    @Test
    void whatRefersToWhatNobodyCreatesStaysBlocked() {
        assertThat(written(audience("A", "Nobody"), audience("B", "A"))).containsExactly("audience A" + MISSING,
                "audience B BLOCKED: /rules/audience refers to audience \"A\", which does not exist; create it first");
        assertThat(writes()).isEmpty();
    }

    @Test
    void thoseThatReferToEachOtherAreRejectedAndWhatDependsOnThemIsBlocked() {
        String cycle = " REJECTED: refer to each other in a cycle, so none can be created first: audience \"A\" -> audience \"B\" -> audience \"A\"";

        assertThat(written(audience("A", "B"), audience("B", "A"), audience("C", "A"), audience("D"))).containsExactly("audience A" + cycle,
                "audience B" + cycle, "audience C BLOCKED: depends on a cycle: audience \"A\" -> audience \"B\" -> audience \"A\"",
                "audience D CREATED");
    }

    @Test
    void whatIsStillBlockedWhereALaterOneOfTheSameIsWrittenIsSuperseded() {
        assertThat(written(audience("A", "Base"), audience("Base"),
                upsert(Resource.audiences, "{'name': 'A', 'rules': {'audience': 'ref:audience/Base', 'more': 1}}"))).containsExactly(
                        "audience A UNCHANGED (superseded by item 3)", "audience Base CREATED", "audience A CREATED");
        assertThat(writes()).hasSize(2);
    }

    @Test
    void whatIsUsedIsDeletedOnceTheUserHasChanged() {
        seed(TWO);

        assertThat(written(deletion(Resource.audiences, "Base"), audience("User"))).containsExactly("audience Base DELETED",
                "audience User UPDATED");
        assertThat(writes()).containsExactly("PUT /audiences/b2", "DELETE /audiences/b1");
    }

    /** Their order has a meaning, so that it stays: each round deletes what nobody uses any more. */
    @Test
    void deletionsFromTheWrongEndTakeAsManyRoundsAsTheyNeed() {
        seed("""
                {"audiences": [{"uid": "b1", "name": "Base"}, {"uid": "b2", "name": "Middle", "rules": {"audience": "b1"}},
                               {"uid": "b3", "name": "Top", "rules": {"audience": "b2"}}]}""");

        assertThat(written(deletion(Resource.audiences, "Base"), deletion(Resource.audiences, "Middle"),
                deletion(Resource.audiences, "Top"))).containsExactly("audience Base DELETED", "audience Middle DELETED",
                        "audience Top DELETED");
        assertThat(writes()).containsExactly("DELETE /audiences/b3", "DELETE /audiences/b2", "DELETE /audiences/b1");
    }

    @Test
    void whatIsStillUsedStaysAndTheUserIsNamed() {
        seed(TWO);

        assertThat(written(deletion(Resource.audiences, "Base"))).containsExactly(
                "audience Base BLOCKED: not deleted, because it is used by audience \"User\"; change those first");
        assertThat(writes()).isEmpty();
    }

    /** Its own later request has the last word. */
    @Test
    void aDeletionIsNotMadeUpForBehindALaterRequestOfTheSame() {
        seed(TWO);

        assertThat(written(deletion(Resource.audiences, "Base"), audience("Base"), audience("User"))).containsExactly(
                "audience Base BLOCKED: not deleted, because it is used by audience \"User\"; change those first", "audience Base UPDATED",
                "audience User UPDATED");
        assertThat(names(emulator().project(UID).audiences())).containsExactly("Base", "User");
    }

    @Test
    void aReferenceThatIsDeletedBeforeItStaysMissing() {
        seed(TWO);

        assertThat(written(deletion(Resource.audiences, "User"), deletion(Resource.audiences, "Base"), audience("New", "Base")))
                .containsExactly("audience User DELETED", "audience Base DELETED",
                        "audience New BLOCKED: /rules/audience refers to audience \"Base\", which does not exist; create it first");
    }

    @Test
    void afterAnOutageWhatIsBlockedIsNotExecutedAgain() {
        emulator().script(Script.on("POST", "/audiences").then(Step.status(503)));

        assertThat(written(audience("Top", "Base"), audience("Base"))).satisfiesExactly(
                line -> assertThat(line).isEqualTo(
                        "audience Top BLOCKED: /rules/audience refers to audience \"Base\", which does not exist; create it first"),
                line -> assertThat(line).startsWith("audience Base UNKNOWN: "));
        assertThat(writes()).containsExactly("POST /audiences");
    }
}
