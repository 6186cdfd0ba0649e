// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.lifecycle.NextStep.Conflict;
import io.github.camelpersonalize.lifecycle.NextStep.Done;
import io.github.camelpersonalize.lifecycle.NextStep.Write;
import io.github.camelpersonalize.model.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelpersonalize.lifecycle.Experience.content;
import static io.github.camelpersonalize.lifecycle.Experience.desired;
import static io.github.camelpersonalize.lifecycle.Experience.version;
import static io.github.camelpersonalize.lifecycle.Experience.versions;
import static org.assertj.core.api.Assertions.assertThat;

/** Each state that a version may be asked to have, from each state that the versions may be in. */
class NextStepTest {

    private static final String ONLY_A_DRAFT = "the change is a draft; set status: ACTIVE to activate it";

    private final ObjectNode draft = version("d", "DRAFT", "A1:a");
    private final ObjectNode active = version("r", "ACTIVE", "A1:a");
    private final ObjectNode paused = version("r", "PAUSED", "A1:a");
    private final ObjectNode archived = version("o", "ARCHIVED", "A1:a");
    private final ObjectNode nothing = Json.object();

    @Test
    void aStatusThatOnlyTheServiceSetsCannotBeWritten() {
        assertThat(next("ARCHIVED", "A1", draft))
                .isEqualTo(new Conflict("a version cannot be written with the status ARCHIVED"));
    }

    @Test
    void whatTheServiceMakesOfTheDesiredContentIsAsDesired() {
        DesiredVersion kept = new DesiredVersion(Experience.SHAPE, content("DRAFT", "A2"),
                (sent, actual) -> sent.equals(content(null, "A2")) && actual.equals(content(null, "A1")));

        assertThat(kept.next(versions(draft))).isEqualTo(new Done(draft, null));
        assertThat(kept.next(versions(version("d", "DRAFT", "A3:a")))).isInstanceOf(Write.class);
    }

    @Nested
    class WithoutAStatus {

        @ParameterizedTest
        @ValueSource(strings = {"ACTIVE", "PAUSED"})
        void whatRunsOrHasRunIsDoneWhereItIsAsDesired(String status) {
            ObjectNode running = version("r", status, "A1:a");

            assertThat(next(null, "A1", running)).isEqualTo(new Done(running, null));
        }

        @Test
        void aDraftBesideItIsToldWhereItDiffers() {
            assertThat(next(null, "A1", active, draft)).isEqualTo(new Done(active, null));
            assertThat(next(null, "A1", active, version("d", "DRAFT", "A2:a")))
                    .isEqualTo(new Done(active, "its draft differs from it"));
        }

        @Test
        void aDraftIsDoneWhereItIsAsDesired() {
            assertThat(next(null, "A1", draft)).isEqualTo(new Done(draft, null));
        }

        @Test
        void aDraftOfWhatRunsIsToldToBeOneOnly() {
            assertThat(next(null, "A1", version("r", "ACTIVE", "A2:a"), draft)).isEqualTo(new Done(draft, ONLY_A_DRAFT));
        }

        @Test
        void anotherDraftIsChangedAndStaysOne() {
            assertThat(next(null, "A2", active, draft))
                    .isEqualTo(new Write("d", content("DRAFT", "A2:a"), draft, "stays a draft"));
        }

        @Test
        void ofWhatRunsADraftIsMade() {
            assertThat(next(null, "A2", active))
                    .isEqualTo(new Write(null, content("DRAFT", "A2:a"), active, "a new draft beside the active version"));
            assertThat(next(null, "A2", paused))
                    .isEqualTo(new Write(null, content("DRAFT", "A2:a"), paused, "a new draft beside the paused version"));
        }

        @Test
        void theFirstVersionIsADraft() {
            assertThat(next(null, "A1")).isEqualTo(new Write(null, content("DRAFT", "A1"), nothing, "stays a draft"));
        }

        @Test
        void whatIsNotAskedForIsTakenFromTheNewestArchivedVersionWhereThereIsNoOther() {
            ObjectNode members = Json.object().put("variantSplit", "x");

            assertThat(desired(members).next(versions(version("p", "ARCHIVED", "B1:b"), archived)))
                    .isEqualTo(new Write(null, content("DRAFT", "A1").put("variantSplit", "x"), archived, "stays a draft"));
        }

        @Test
        void whereNoVariantsAreAskedForAVersionIsSentWithNone() {
            assertThat(desired(Json.object().put("variantSplit", "x")).next(versions()))
                    .isEqualTo(new Write(null, content("DRAFT").put("variantSplit", "x"), nothing, "stays a draft"));
        }
    }

    @Nested
    class Draft {

        @Test
        void aDraftIsDoneWhereItIsAsDesiredWhateverRuns() {
            assertThat(next("DRAFT", "A1", version("r", "ACTIVE", "A2:a"), draft)).isEqualTo(new Done(draft, null));
        }

        @Test
        void whatRunsAndIsAsDesiredStaysAsItIs() {
            assertThat(next("DRAFT", "A1", active))
                    .isEqualTo(new Done(active, "what runs, or has run, cannot become a draft"));
        }

        @Test
        void anotherDraftIsChangedAlsoWhereWhatRunsIsAsDesired() {
            ObjectNode other = version("d", "DRAFT", "A2:a");

            assertThat(next("DRAFT", "A1", active, other))
                    .isEqualTo(new Write("d", content("DRAFT", "A1:a"), other, null));
        }

        @Test
        void ofAnotherVersionThatRunsADraftIsMade() {
            assertThat(next("DRAFT", "A2", active))
                    .isEqualTo(new Write(null, content("DRAFT", "A2:a"), active, "a new draft beside the active version"));
        }
    }

    @Nested
    class Active {

        @Test
        void theActiveVersionIsDoneWhereItIsAsDesired() {
            assertThat(next("ACTIVE", "A1", active)).isEqualTo(new Done(active, null));
            assertThat(next("ACTIVE", "A1", active, version("d", "DRAFT", "A2:a")))
                    .isEqualTo(new Done(active, "its draft differs from it"));
        }

        @Test
        void thePausedVersionGoesLiveUnchangedWhereItIsAsDesired() {
            assertThat(next("ACTIVE", "A1", paused, version("d", "DRAFT", "A2:a")))
                    .isEqualTo(new Write("r", content("ACTIVE", "A1:a"), paused, "goes live"));
        }

        @Test
        void aPausedVersionDoesNotComeBackInPlaceOfAnActiveOne() {
            ObjectNode other = version("n", "ACTIVE", "A2:a");

            assertThat(next("ACTIVE", "A1", paused, other))
                    .isEqualTo(new Write(null, content("DRAFT", "A1:a"), other, "a new draft beside the active version"));
        }

        @Test
        void aDraftThatIsWhatRunsWithTheDesiredMembersGoesLive() {
            ObjectNode changed = version("d", "DRAFT", "A2:a");

            assertThat(next("ACTIVE", "A2", active, changed))
                    .isEqualTo(new Write("d", content("ACTIVE", "A2:a"), active, "goes live"));
        }

        @Test
        void theFirstDraftGoesLiveWhereItIsAsDesired() {
            assertThat(next("ACTIVE", "A1", draft))
                    .isEqualTo(new Write("d", content("ACTIVE", "A1:a"), draft, "goes live"));
        }

        @Test
        void whatTheServiceMakesOfTheDraftGoesLive() {
            DesiredVersion kept = new DesiredVersion(Experience.SHAPE, content("ACTIVE", "A2"),
                    (sent, actual) -> sent.equals(content(null, "A2")) && actual.equals(content(null, "A3")));
            ObjectNode made = version("d", "DRAFT", "A3:a");

            assertThat(kept.next(versions(active, made))).isEqualTo(new Write("d", content("ACTIVE", "A3:a"), active, "goes live"));
        }

        @Test
        void aDraftWithOtherChangesIsReplacedByWhatRunsWithTheDesiredMembers() {
            ObjectNode others = version("d", "DRAFT", "A2:a").put("variantSplit", "x");

            assertThat(next("ACTIVE", "A2", active, others))
                    .isEqualTo(new Write("d", content("DRAFT", "A2:a"), active, "replaces its draft, which has other changes"));
        }

        @Test
        void aDraftWithoutChangesOfItsOwnIsChanged() {
            assertThat(next("ACTIVE", "A2", active, draft))
                    .isEqualTo(new Write("d", content("DRAFT", "A2:a"), active, null));
        }

        @Test
        void theFirstDraftIsChangedBeforeItGoesLive() {
            assertThat(next("ACTIVE", "A2", draft)).isEqualTo(new Write("d", content("DRAFT", "A2:a"), draft, null));
        }

        @Test
        void aDraftIsMadeOfWhatRunsOrOfTheNewestArchivedVersionOrOfNothing() {
            assertThat(next("ACTIVE", "A2", active))
                    .isEqualTo(new Write(null, content("DRAFT", "A2:a"), active, "a new draft beside the active version"));
            assertThat(next("ACTIVE", "A2", archived))
                    .isEqualTo(new Write(null, content("DRAFT", "A2"), archived, null));
            assertThat(next("ACTIVE", "A2")).isEqualTo(new Write(null, content("DRAFT", "A2"), nothing, null));
        }
    }

    @Nested
    class Paused {

        @Test
        void theActiveVersionIsPausedUnchangedWhateverElseIsDesired() {
            assertThat(next("PAUSED", "A2", active, draft))
                    .isEqualTo(new Write("r", content("PAUSED", "A1:a"), active, "is paused"));
        }

        @Test
        void thePausedVersionIsDoneWhereItIsAsDesired() {
            assertThat(next("PAUSED", "A1", paused)).isEqualTo(new Done(paused, null));
            assertThat(next("PAUSED", "A1", paused, version("d", "DRAFT", "A2:a")))
                    .isEqualTo(new Done(paused, "its draft differs from it"));
        }

        @Test
        void aDraftBesideAnotherPausedVersionIsToldToBeOneOnly() {
            assertThat(next("PAUSED", "A1", version("r", "PAUSED", "A2:a"), draft))
                    .isEqualTo(new Done(draft, ONLY_A_DRAFT));
        }

        @Test
        void whatNeverRanStaysADraft() {
            assertThat(next("PAUSED", "A1", draft))
                    .isEqualTo(new Done(draft, "what never ran cannot be paused; it is a draft"));
        }

        @Test
        void anotherDraftIsChangedOrMade() {
            assertThat(next("PAUSED", "A2", paused, draft))
                    .isEqualTo(new Write("d", content("DRAFT", "A2:a"), draft, null));
            assertThat(next("PAUSED", "A2", paused))
                    .isEqualTo(new Write(null, content("DRAFT", "A2:a"), paused, "a new draft beside the paused version"));
        }
    }

    /** What is next where a version with this status and this variant is asked for. */
    private static NextStep next(String status, String variant, ObjectNode... versions) {
        return desired(status, variant).next(versions(versions));
    }
}
