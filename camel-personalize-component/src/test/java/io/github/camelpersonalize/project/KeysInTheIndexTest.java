// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Dialect;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.experiences;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Definitions found by their keys and uids, whatever the service lets happen. */
class KeysInTheIndexTest {

    private static final JsonNode AGE = json("{'uid':'a1','key':'age'}");
    private static final JsonNode UPPER = json("{'uid':'a2','key':'AGE'}");

    private final DefinitionIndex index = new DefinitionIndex(Dialect.CONTRACT, attributes);

    @Test
    void aDefinitionIsFoundByItsUidAndByItsKey() {
        list(AGE);

        assertThat(index.withUid("a1")).contains(AGE);
        assertThat(index.withUid("age")).isEmpty();
        assertThat(index.withKey("age")).containsExactly(AGE);
        assertThat(index.withKey("AGE")).isEmpty();
        assertThat(index.onlyWithKey("age")).contains(AGE);
        assertThat(index.uidOf("age")).contains("a1");
        assertThat(index.uidOf("city")).isEmpty();
        assertThat(index.onlyWithKey("city")).isEmpty();
    }

    @Test
    void ofTwoWithOneKeyBothAreFoundAndNoneIsTheOnlyOne() {
        JsonNode other = json("{'uid':'a3','key':'age'}");
        list(AGE, other);

        assertThat(index.withKey("age")).containsExactly(AGE, other);
        assertThat(index.onlyWithKey("age")).isEmpty();
        assertThat(index.uidOf("age")).isEmpty();
    }

    @Test
    void aKeyIsSimilarToOthersAndNotToItself() {
        list(AGE);
        assertThat(index.similar("age")).isEmpty();
        assertThat(index.similar("Age")).contains("age");
        assertThat(index.similar("ages")).isEmpty();

        list(AGE, UPPER);
        assertThat(index.similar("age")).contains("AGE");
    }

    @Test
    void whatIsRemovedIsNoLongerFoundByItsKeyAndOthersOfTheKeyAre() {
        list(AGE, UPPER, json("{'uid':'a3','key':'Age'}"));

        index.deleted("a1", 10, 11);
        assertThat(index.withKey("age")).isEmpty();
        assertThat(index.withKey("AGE")).containsExactly(UPPER);
        assertThat(index.withKey("Age")).hasSize(1);
        index.deleted("a2", 12, 13);
        index.deleted("a3", 14, 15);
        assertThat(index.similar("age")).isEmpty();
        assertThat(index.all()).isEmpty();
        assertThat(index.weight()).isZero();
    }

    @Test
    void whatGetsAnotherKeyIsFoundByThatOnly() {
        list(AGE);
        JsonNode years = json("{'uid':'a1','key':'years'}");

        index.written(years, 10, 11);

        assertThat(index.withKey("age")).isEmpty();
        assertThat(index.withKey("years")).containsExactly(years);
    }

    @Test
    void aPresetIsFoundByItsUidAsItsKeyAndIsSimilarToNone() {
        JsonNode preset = json("{'uid':'country','__type':'PRESET'}");
        list(preset);

        assertThat(index.withKey("country")).containsExactly(preset);
        assertThat(index.similar("COUNTRY")).isEmpty();
    }

    @Test
    void whatHasNoKeyIsFoundByItsUid() {
        JsonNode nameless = json("{'uid':'a1'}");
        list(nameless);
        index.deleted("a1", 10, 11);
        assertThat(index.withUid("a1")).isEmpty();

        index.written(nameless, 12, 13);
        assertThat(index.withUid("a1")).contains(nameless);
    }

    @Test
    void itsWeightIsThatOfWhatItHas() {
        list(AGE, UPPER);
        long two = index.weight();
        assertThat(two).isEqualTo(2 * (100 + 100 + 2 + 100 + 3));

        index.written(json("{'uid':'a1','key':'age','x':1}"), 10, 11);
        assertThat(index.weight()).isEqualTo(two + 100);
        list(AGE);
        assertThat(DefinitionIndex.of(Dialect.CONTRACT, attributes, List.of(AGE)).weight()).isEqualTo(two / 2);
    }

    @Test
    void aLaterListForgetsWhatItLacks() {
        list(AGE, UPPER);
        index.mayContain(List.of("age"));
        index.mayContain(List.of("age"));

        index.listed(List.of(UPPER), 2_000_000_000L);

        assertThat(index.withKey("age")).isEmpty();
        assertThat(index.all()).containsExactly(UPPER);
        assertThat(index.weight()).isEqualTo(305);
        assertThat(index.mayContain(List.of("nothing"))).as("the first search looks at all").containsExactly(UPPER);
        assertThat(index.mayContain(List.of("AGE"))).containsExactly(UPPER);
        assertThat(index.mayContain(List.of("age"))).isEmpty();
    }

    @Test
    void aListCountsFromTheTimeOfItsRequestUnlessSomethingIsInDoubtSince() {
        assertThat(index.isListedSince(Long.MIN_VALUE)).isFalse();
        index.listed(List.of(), 100);
        assertThat(index.isListedSince(100)).isTrue();
        assertThat(index.isListedSince(101)).isFalse();

        index.markInDoubt(100);
        assertThat(index.isListedSince(100)).as("listed in the moment of the doubt").isTrue();
        index.markInDoubt(null, 101);
        assertThat(index.isListedSince(100)).isFalse();
        index.listed(List.of(), 101);
        assertThat(index.isListedSince(100)).isTrue();
    }

    @Test
    void manyOfOneKeyAreAllFound() {
        JsonNode[] heroes = Stream.of("x1", "x2", "x3").map(uid -> json("{'uid':'" + uid + "','name':'Hero'}")).toArray(JsonNode[]::new);

        assertThat(DefinitionIndex.of(Dialect.CONTRACT, experiences, List.of(heroes)).withKey("Hero")).containsExactly(heroes);
    }

    private void list(JsonNode... definitions) {
        index.listed(List.of(definitions), index.isListedSince(1) ? 2 : 1);
    }
}
