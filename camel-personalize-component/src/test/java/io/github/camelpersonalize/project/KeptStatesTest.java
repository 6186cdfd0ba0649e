// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.project;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.project.KeptStates.Kept;
import io.github.camelpersonalize.project.KeptStates.OwnWrite;
import io.github.camelpersonalize.project.KeptStates.SentKey;
import io.github.camelpersonalize.project.KeyLocks.FoldedKey;
import io.github.camelpersonalize.project.KeyLocks.UidKey;
import org.junit.jupiter.api.Test;

import static io.github.camelpersonalize.api.Resource.attributes;
import static io.github.camelpersonalize.api.Resource.events;
import static io.github.camelpersonalize.project.ScriptedService.PROJECT;
import static io.github.camelpersonalize.project.ScriptedService.json;
import static org.assertj.core.api.Assertions.assertThat;

class KeptStatesTest {

    private final KeptStates states = new KeptStates();
    private final UidKey age = new UidKey(PROJECT, attributes, "a1");
    private final UidKey city = new UidKey(PROJECT, attributes, "a2");

    @Test
    void aStateIsOfOneDefinition() {
        Kept kept = kept("{'key':'age'}");
        states.put(age, kept);

        assertThat(states.get(new UidKey(PROJECT, attributes, "a1"))).containsSame(kept);
        assertThat(states.get(city)).isEmpty();
        assertThat(states.get(new UidKey(PROJECT, events, "a1"))).isEmpty();
        assertThat(states.get(new UidKey(PROJECT.withUid("p2"), attributes, "a1"))).isEmpty();
    }

    @Test
    void aStateIsOfWhatWasDesired() {
        assertThat(kept("{'key':'age','x':1}").isOf(json("{'x':1.0,'key':'age'}"))).isTrue();
        assertThat(kept("{'key':'age','x':1}").isOf(json("{'key':'age','x':2}"))).isFalse();
    }

    @Test
    void aDefinitionIsWholeInAnyOfTheWaysInWhichItIsShown() {
        Kept kept = new Kept(json("{}"), Set.of(), List.of(json("{'a':1}"), json("{'a':2}")), null, false, false);

        assertThat(kept.isWhole(json("{'a':2.0}"), one -> one)).isTrue();
        assertThat(kept.isWhole(json("{'a':3}"), one -> one)).isFalse();
        assertThat(kept.isWhole(json("{'a':3}"), one -> json("{}"))).isTrue();
    }

    @Test
    void theDifferencesThatWereFoundAreAddedToAState() {
        Kept kept = new Kept(json("{'a':1}"), Set.of("h"), List.of(json("{}")), null, true, false);

        assertThat(kept.withFound("f")).isEqualTo(new Kept(json("{'a':1}"), Set.of("h"), List.of(json("{}")), "f", true, false));
    }

    @Test
    void whatTheServiceMakesOfAVersionIsRememberedForThatDefinition() {
        states.learnMade(age, json("{'a':1}"), json("{'a':2}"));

        assertThat(states.isMade(age, json("{'a':1.0}"), json("{'a':2}"))).isTrue();
        assertThat(states.isMade(age, json("{'a':1}"), json("{'a':1}"))).isFalse();
        assertThat(states.isMade(age, json("{'a':2}"), json("{'a':2}"))).isFalse();
        assertThat(states.isMade(city, json("{'a':1}"), json("{'a':2}"))).isFalse();
    }

    @Test
    void ownWritesAreRememberedOfProjectsThatAreWatched() {
        states.wrote(age, new OwnWrite(json("{}"), 1));
        assertThat(states.ownWrite(age)).isEmpty();

        states.watch(PROJECT);
        states.wrote(age, new OwnWrite(json("{}"), 2));
        states.wrote(new UidKey(PROJECT.withUid("p2"), attributes, "a1"), new OwnWrite(json("{}"), 3));

        assertThat(states.ownWrite(age)).contains(new OwnWrite(json("{}"), 2));
        assertThat(states.ownWrite(new UidKey(PROJECT.withUid("p2"), attributes, "a1"))).isEmpty();
    }

    @Test
    void aKeyThatWasSentLeadsToAUid() {
        states.learn(new SentKey(PROJECT, attributes, "age"), "a1");

        assertThat(states.uid(new SentKey(PROJECT, attributes, "age"))).contains("a1");
        assertThat(states.uid(new SentKey(PROJECT, attributes, "AGE"))).isEmpty();
        assertThat(states.uid(new SentKey(PROJECT, events, "age"))).isEmpty();
    }

    @Test
    void differencesAreHashedByTheirPlacesAndValues() {
        JsonNode actual = json("{'a':1,'b':2}");
        String hash = KeptStates.hash(List.of("/a", "/b"), actual);

        assertThat(KeptStates.hash(List.of("/b", "/a"), json("{'b':2.0,'a':1}"))).isEqualTo(hash);
        assertThat(Stream.of(KeptStates.hash(List.of("/a"), actual), KeptStates.hash(List.of("/a", "/b"), json("{'a':1,'b':3}")),
                KeptStates.hash(List.of("/a", "/c"), actual), KeptStates.hash(List.of(), actual), hash).distinct()).hasSize(5);
    }

    @Test
    void keysOfOneHashCodeHaveAnOrder() {
        assertThat(sorted(new UidKey(PROJECT, events, "a"), new UidKey(PROJECT.withUid("p2"), attributes, "b"),
                new UidKey(PROJECT, attributes, "b"), new UidKey(PROJECT, attributes, "a"))).containsExactly(
                        new UidKey(PROJECT, attributes, "a"), new UidKey(PROJECT, events, "a"), new UidKey(PROJECT, attributes, "b"),
                        new UidKey(PROJECT.withUid("p2"), attributes, "b"));
        assertThat(sorted(new SentKey(PROJECT, events, "a"), new SentKey(PROJECT, attributes, "a"))).containsExactly(
                new SentKey(PROJECT, attributes, "a"), new SentKey(PROJECT, events, "a"));
        assertThat(sorted(folded(events, "a"), folded(attributes, "a"))).containsExactly(folded(attributes, "a"), folded(events, "a"));
    }

    private static FoldedKey folded(Resource resource, String key) {
        return FoldedKey.of(PROJECT, resource, key);
    }

    @SafeVarargs
    private static <T extends Comparable<T>> List<T> sorted(T... keys) {
        return Stream.of(keys).sorted().toList();
    }

    private static Kept kept(String sent) {
        return new Kept(json(sent), Set.of(), List.of(), null, false, false);
    }
}
