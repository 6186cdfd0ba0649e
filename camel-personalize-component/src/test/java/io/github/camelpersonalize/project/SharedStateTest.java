// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.lifecycle.Versions;
import io.github.camelpersonalize.project.IndexCache.View;
import io.github.camelpersonalize.project.KeptStates.OwnWrite;
import io.github.camelpersonalize.project.KeyLocks.FoldedKey;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.project.ScriptedService.PROJECT;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What two exchanges know of each other that use a project with two credentials, and what all projects share. */
class SharedStateTest {

    private static final JsonNode AGE = json("{'uid':'a1','key':'age'}");
    private static final JsonNode LARGE = json("{'uid':'a2','text':'" + "x".repeat(100_000) + "'}");
    private static final Versions NONE = new Versions(Dialect.LIVE.shape(experiences), List.of());
    private static final Versions DRAFT = new Versions(Dialect.LIVE.shape(experiences), json("[{'uid':'v1','status':'DRAFT'}]"));

    private final IndexCache indexes = new IndexCache(150_000);
    private final RecentlyUsed<FoldedKey, String> keys = new RecentlyUsed<>(100);
    private final KeyLocks locks = new KeyLocks();
    private final KeptStates kept = new KeptStates();
    private final SharedState one = state(PROJECT, "one");
    private final SharedState other = state(PROJECT, "other");
    private final SharedState far = state(PROJECT.withUid("p2"), "one");

    @Test
    void aWriteIsInAllIndexesOfTheProjectAndThoseOfOtherCredentialsAreListedAgain() {
        DefinitionIndex mine = listed(one);
        DefinitionIndex others = listed(other);
        DefinitionIndex fars = listed(far);

        one.enter(attributes, 200, index -> index.written(AGE, 150, 200));

        assertThat(mine.all()).containsExactly(AGE);
        assertThat(mine.isListedSince(100)).isTrue();
        assertThat(others.all()).containsExactly(AGE);
        assertThat(others.isListedSince(100)).isFalse();
        assertThat(fars.all()).isEmpty();
        assertThat(fars.isListedSince(100)).isTrue();
    }

    @Test
    void aWriteOfWhatNobodyHasListedIsNotRemembered() {
        one.enter(attributes, 200, index -> index.written(AGE, 150, 200));

        assertThat(one.indexIfPresent()).isEmpty();
        listed(one);
        assertThat(one.indexIfPresent(events)).isEmpty();
    }

    @Test
    void versionsThatWereWrittenAreListedAgainForOtherCredentials() {
        one.index().versions().listed("x1", NONE, 100);
        other.index().versions().listed("x1", NONE, 100);

        one.enterVersions("x1", DRAFT, 200);

        assertThat(one.index().versions().since("x1", 200)).contains(DRAFT);
        assertThat(other.index().versions().since("x1", 100)).isEmpty();
    }

    @Test
    void versionsInDoubtAreListedAgainForAllCredentials() {
        one.index().versions().listed("x1", NONE, 100);
        other.index().versions().listed("x1", NONE, 100);

        one.markVersionsInDoubt("x1", 200);

        assertThat(one.index().versions().since("x1", 100)).isEmpty();
        assertThat(other.index().versions().since("x1", 100)).isEmpty();
    }

    @Test
    void aListMakesRoomForItself() {
        fill(far);

        fill(one);

        assertThat(far.indexIfPresent()).isEmpty();
        assertThat(one.indexIfPresent()).isPresent();
    }

    @Test
    void aWriteMakesRoomForItself() {
        fill(far);
        listed(one);

        one.enter(attributes, 200, index -> index.written(LARGE, 150, 200));

        assertThat(far.indexIfPresent()).isEmpty();
    }

    @Test
    void versionsMakeRoomForThemselves() {
        fill(far);

        one.enterVersions("x1", DRAFT, 200);

        assertThat(far.indexIfPresent()).isEmpty();
    }

    @Test
    void aKeyLooksLikeOneThatWasSeenInTheProjectAndNotLikeItself() {
        one.learn(attributes, "age");

        assertThat(one.lookalike(attributes, "AGE")).contains("age");
        assertThat(other.lookalike(attributes, "AGE")).contains("age");
        assertThat(one.lookalike(attributes, "age")).isEmpty();
        assertThat(one.lookalike(events, "AGE")).isEmpty();
        assertThat(far.lookalike(attributes, "AGE")).isEmpty();
    }

    @Test
    void aKeyThatWasSentWithOneCredentialLeadsToItsUidWithAnother() {
        one.learnKey(attributes, "age", "a1");

        assertThat(other.uidOfSent(attributes, "age")).contains("a1");
        assertThat(far.uidOfSent(attributes, "age")).isEmpty();
    }

    @Test
    void anOwnWriteCountsWhereItEndedThenOrLater() {
        kept.watch(PROJECT);
        one.wrote(attributes, "a1", new OwnWrite(AGE, 200));

        assertThat(other.isOwnWrite(attributes, "a1", AGE, OptionalLong.of(200))).isTrue();
        assertThat(other.isOwnWrite(attributes, "a1", AGE, OptionalLong.of(201))).isFalse();
        assertThat(other.isOwnWrite(attributes, "a1", AGE, OptionalLong.empty())).isTrue();
    }

    private SharedState state(ProjectId project, String credential) {
        return new SharedState(new View(project, Dialect.LIVE, credential), indexes, keys, locks, kept);
    }

    private static DefinitionIndex listed(SharedState state) {
        DefinitionIndex index = state.index().of(attributes);
        state.listed(index, List.of(), 100);
        return index;
    }

    private static void fill(SharedState state) {
        state.listed(state.index().of(attributes), List.of(LARGE), 100);
    }
}
